// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testclass.h"

class tst_Verification : public QObject {
    Q_OBJECT
};

PINPATH_TEST(tst_Verification, "tst_verification")

#include "tst_verification.moc"
