// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/workflow.h"
#include "models/protocol/words.h"

#include <QtTest/QTest>

#include <ostream>

// How values look in the message of a failed comparison (QtTest finds these by their names).
namespace tawasul {

inline char *toString(CaseStatus value)
{
    return QTest::toString(wire::word(value));
}

inline char *toString(ActType value)
{
    return QTest::toString(wire::word(value));
}

inline char *toString(Role value)
{
    return QTest::toString(wire::word(value));
}

inline char *toString(IdentifierKind value)
{
    return QTest::toString(wire::word(value));
}

inline char *toString(Instant value)
{
    return QTest::toString(toIso(value));
}

inline char *toString(const Error &value)
{
    return QTest::toString(QString(value.code % QStringLiteral(": ") % value.detail));
}

} // namespace tawasul

/// How a text looks in a RapidCheck counterexample.
inline void showValue(const QString &value, std::ostream &out)
{
    out << value.toStdString();
}
