// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apiscenes.h"

#include "app/demodata.h"
#include "app/windowstage.h"
#include "engine/api/exchangecapture.h"
#include "model/api/apisession.h"
#include "ui/actions/actiontable.h"
#include "ui/api/certificatedialog.h"
#include "ui/api/exchangetable.h"
#include "ui/board/boardpage.h"
#include "ui/board/detailpane.h"
#include "ui/frame/pagedeck.h"

#include <QCoreApplication>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr int MuchCount = 12;

const std::string Keys = "api_key=a1b2c3d4&api_secret=Kq7vRw2pXs9d";
const PhoneNumber Selected(447700900177);

struct Call {
    const char *path;
    std::string form;
    int status;
    std::string reply;
    milliseconds took;
    seconds ago;
};

// As an app would have sent it to this stage's API.
void receive(WindowStage &stage, const Call &call)
{
    auto log = std::shared_ptr<ExchangeLog>(&stage.api().exchanges(), [](ExchangeLog *) {});
    const auto target = std::make_shared<const CaptureTarget>(CaptureTarget{log, Masks({"Kq7vRw2pXs9d"})});
    HttpRequest request;
    request.method = "POST";
    request.path = call.path;
    request.headers = {{"Host", "127.0.0.1:8460"},
                       {"User-Agent", "node-superagent/8.1.2"},
                       {"Accept", "application/json"},
                       {"Content-Type", "application/x-www-form-urlencoded"},
                       {"Content-Length", std::to_string(call.form.size())}};
    request.body = call.form;
    request.remoteAddress = "127.0.0.1";
    ExchangeCapture exchange(target, std::move(request), stage.engine().clock().now() - call.ago, 0ms);
    if (call.form.find("guess") != std::string::npos)
        exchange.refuse(Refusal::WrongSecret);
    exchange.finish({call.status, call.status == 200 ? "application/json" : "text/plain", call.reply, {}}, call.took);
}

std::string error(const char *status, const char *text)
{
    return std::string(R"({"status":")") + status + R"(","error_text":")" + text + "\"}";
}

// A sign-up from its start to its end.
void signUp(WindowStage &stage, int number, seconds ago)
{
    const std::string id = "019ab0c1d2e37405869788" + std::to_string(1'000'000'000 + number);
    const std::string about = Keys + "&request_id=" + id;
    receive(stage,
            {"/verify/json", Keys + "&number=" + freeNumber(number).toString().toStdString() + "&brand=Acme", 200,
             R"({"request_id":")" + id + R"(","status":"0"})", 2ms, ago});
    receive(stage,
            {"/verify/check/json", about + "&code=0000", 200,
             R"({"request_id":")" + id
                 + R"(","status":"16","error_text":"The code provided does not match the expected value"})",
             1ms, ago - 14s});
    receive(stage,
            {"/verify/check/json", about + "&code=4821", 200,
             R"({"request_id":")" + id
                 + R"(","status":"0","event_id":"02000000D8C4D977","price":"0.05000000","currency":"EUR",)"
                 + R"("estimated_price_messages_sent":"0.01400000"})",
             3ms, ago - 17s});
}

void receiveRefused(WindowStage &stage, seconds ago)
{
    receive(stage,
            {"/v2/verify", "{}", 404, "There is nothing here. The APIs are at /verify/ and /console/v1/.\n", 0ms, ago});
    receive(stage,
            {"/verify/json", Keys + "&number=447700900141", 200,
             error("2", "Your request is incomplete and missing the mandatory parameter: brand"), 0ms, ago - 20s});
    receive(stage,
            {"/verify/json", "api_key=a1b2c3d4&api_secret=guess&number=447700900141&brand=Acme", 200,
             error("4", "Bad Credentials"), 0ms, ago - 40s});
}

void receiveMuch(WindowStage &stage)
{
    for (int i = 0; i < MuchCount; ++i)
        signUp(stage, i, seconds(900 - 60 * i));
    receiveRefused(stage, 120s);
    signUp(stage, MuchCount, 60s);
}

void openPage(WindowStage &stage)
{
    stage.window().pages().show(ui::PageId::Api);
}

void inspectRefused(WindowStage &stage)
{
    receiveMuch(stage);
    openPage(stage);
    stage.settle();
    auto *table = stage.window().findChild<ui::ExchangeTable *>();
    table->setCurrentIndex(table->model()->index(3, 0));
}

void turnOff(WindowStage &stage)
{
    openPage(stage);
    stage.window().findChild<ui::Actions *>()->find(ui::ActionId::ApiOn)->trigger();
}

void serveOverTls(WindowStage &stage, const TlsFiles &files)
{
    receiveMuch(stage);
    openPage(stage);
    model::ApiSession &api = *stage.window().api();
    api.useTls(files);
    while (api.isSwitching())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

std::vector<PictureScene> apiScenes()
{
    const auto much = [](WindowStage &stage) {
        receiveMuch(stage);
        openPage(stage);
    };
    const auto one = [](WindowStage &stage) {
        receive(stage,
                {"/verify/json", Keys + "&number=447700900112&brand=Acme", 200,
                 R"({"request_id":"019ab0c1d2e3740586978899aabbccdd","status":"0"})", 2ms, 5s});
        openPage(stage);
    };
    const auto https = [](WindowStage &stage) { serveOverTls(stage, {}); };
    const auto noCertificate = [](WindowStage &stage) {
        serveOverTls(stage, {u"/etc/ssl/missing.pem"_s, u"/etc/ssl/missing.key"_s});
    };
    const auto certificate = [](WindowStage &stage) {
        openPage(stage);
        stage.showDialog(new ui::CertificateDialog(
            stage.theme(), {u"/etc/ssl/verify.example.pem"_s, u"/etc/ssl/verify.example.key"_s}, &stage.window()));
    };
    const auto boardRefused = [](WindowStage &stage) {
        receiveRefused(stage, 120s);
        stage.select(Selected);
        stage.window().board().findChild<ui::DetailPane *>()->tabs().setCurrentIndex(1);
    };
    return {
        windowScene(u"api-much"_s, {readScript(afternoon()), UsualWindow}, much),
        windowScene(u"api-much-narrow"_s, {readScript(afternoon()), LeastWindow}, much),
        windowScene(u"api-refused"_s, {readScript(afternoon()), UsualWindow}, inspectRefused),
        windowScene(u"api-one"_s, {readScript(afternoon()), UsualWindow}, one),
        windowScene(u"api-nothing"_s, {readScript(afternoon()), UsualWindow}, openPage),
        windowScene(u"api-nothing-narrow"_s, {readScript(afternoon()), LeastWindow}, openPage),
        windowScene(u"api-https"_s, {readScript(afternoon()), UsualWindow}, https),
        windowScene(u"api-https-narrow"_s, {readScript(afternoon()), LeastWindow}, https),
        windowScene(u"api-https-refused"_s, {readScript(afternoon()), UsualWindow}, noCertificate),
        windowScene(u"api-certificate"_s, {readScript(afternoon()), UsualWindow}, certificate),
        windowScene(u"api-off"_s, {readScript(afternoon()), UsualWindow}, turnOff),
        windowScene(u"board-refused"_s, {readScript(afternoon()), UsualWindow}, boardRefused),
    };
}

} // namespace app
