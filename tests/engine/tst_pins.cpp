// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pin/pins.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace tst_pins {

using namespace engine;

PinSubject subject(std::uint8_t seed, int codeLength = 4)
{
    RequestId::Bytes bytes{};
    bytes[15] = seed;
    return {RequestId(bytes), codeLength, {}};
}

class tst_Pins : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString keyPath(const QString &name = QStringLiteral("a.key")) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void cleanup() { QFile::remove(keyPath()); }

    void aKeyIsReadableByItsOwnerOnly()
    {
        QVERIFY(StoreKey::create(keyPath()));
        QCOMPARE(QFileInfo(keyPath()).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aKeyIsNeverOverwritten()
    {
        const auto first = StoreKey::create(keyPath());
        QVERIFY(first);
        QVERIFY(!StoreKey::create(keyPath()));
        const auto loaded = StoreKey::load(keyPath());
        QVERIFY(loaded);
        QCOMPARE(loaded->fingerprint(), first->fingerprint());
    }

    void aMissingOrCutKeySaysSo()
    {
        QVERIFY(StoreKey::load(keyPath()).failure().sentence.contains(QStringLiteral("missing")));
        QFile file(keyPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        QVERIFY(StoreKey::load(keyPath()).failure().sentence.contains(QStringLiteral("is not a key")));
    }

    void theSamePinsComeFromTheSameKey()
    {
        const Pins first(*StoreKey::create(keyPath()));
        const Pins again(*StoreKey::load(keyPath()));
        const Pins other(*StoreKey::create(keyPath(QStringLiteral("b.key"))));
        int differing = 0;
        for (std::uint8_t i = 0; i < 50; ++i) {
            QCOMPARE(again.pin(subject(i), 1), first.pin(subject(i), 1));
            differing += other.pin(subject(i), 1) != first.pin(subject(i), 1);
        }
        QVERIFY(differing > 45);
    }

    void pinsHaveTheWantedDigitsAndDifferFromEarlierOnes()
    {
        const Pins pins(*StoreKey::create(keyPath()));
        for (const int length : {4, 6, 10}) {
            for (std::uint8_t i = 0; i < 30; ++i) {
                QSet<QString> seen;
                for (std::uint8_t generation = 1; generation <= 6; ++generation) {
                    const QString pin = pins.pin(subject(i, length), generation);
                    QCOMPARE(pin.size(), length);
                    QVERIFY(pin.toULongLong() < 10'000'000'000ULL);
                    seen.insert(pin);
                }
                QCOMPARE(seen.size(), 6);
            }
        }
    }

    void pinsAreSpreadEvenly()
    {
        const Pins pins(*StoreKey::create(keyPath()));
        // The first digit of 4,000 PINs: a chi-square over 10 classes is above 27.9 once in a thousand keys.
        std::array<int, 10> counts{};
        for (int i = 0; i < 4000; ++i) {
            RequestId::Bytes bytes{};
            bytes[0] = static_cast<std::uint8_t>(i);
            bytes[1] = static_cast<std::uint8_t>(i >> 8);
            ++counts[static_cast<std::size_t>(pins.pin({RequestId(bytes), 4, {}}, 1).at(0).digitValue())];
        }
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += (count - 400.0) * (count - 400.0) / 400.0;
        QVERIFY2(chiSquare < 40, qPrintable(QString::number(chiSquare)));
    }

    void aCodeMatchesTheGenerationItWas()
    {
        const Pins pins(*StoreKey::create(keyPath()));
        const auto of = subject(7);
        QCOMPARE(pins.match(of, 3, pins.pin(of, 1)), std::optional<std::uint8_t>(1));
        QCOMPARE(pins.match(of, 3, pins.pin(of, 3)), std::optional<std::uint8_t>(3));
        QVERIFY(!pins.match(of, 2, pins.pin(of, 3)));
        QVERIFY(!pins.match(of, 3, QString()));
        QVERIFY(!pins.match(of, 3, pins.pin(of, 1) + u'0'));
    }

    void aCustomPinIsTheSameInEveryGenerationAndSealed()
    {
        const Pins pins(*StoreKey::create(keyPath()));
        PinSubject of = subject(1);
        of.sealedPin = pins.seal(QStringLiteral("AKFG-3424"));
        QVERIFY(!of.sealedPin.contains("AKFG"));
        QCOMPARE(pins.pin(of, 1), QStringLiteral("AKFG-3424"));
        QCOMPARE(pins.pin(of, 2), QStringLiteral("AKFG-3424"));
        QCOMPARE(pins.match(of, 2, QStringLiteral("AKFG-3424")), std::optional<std::uint8_t>(2));
        of.sealedPin[of.sealedPin.size() - 1] = char(of.sealedPin.back() ^ 1);
        QVERIFY(pins.pin(of, 1).isEmpty());
    }

    void withoutAKeyThereAreNoPins()
    {
        const Pins pins(std::nullopt);
        QVERIFY(!pins.isUsable());
        QVERIFY(pins.pin(subject(1), 1).isEmpty());
        QVERIFY(!pins.match(subject(1), 1, QStringLiteral("0000")));
    }
};

PINPATH_TEST(tst_Pins, "tst_pins")

} // namespace tst_pins

#include "tst_pins.moc"
