// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/refusaltext.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace tawasul {

namespace {

struct RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::RefusalText)
};

struct Clause
{
    const char *code; ///< with a full stop at its end: for all that begin with it
    const char *words;
};

// The longer beginnings first.
constexpr std::array kByCode{
    Clause{"act.forbidden",
           QT_TRANSLATE_NOOP("tawasul::RefusalText", "the request is no longer assigned to this account")},
    Clause{"act.illegal",
           QT_TRANSLATE_NOOP("tawasul::RefusalText",
                             "the present status of the request does not allow this act")},
    Clause{"act.invalid.reference_unknown",
           QT_TRANSLATE_NOOP("tawasul::RefusalText",
                             "it was written with reference data that the central system does not know")},
    Clause{"act.invalid.execution_in_future",
           QT_TRANSLATE_NOOP("tawasul::RefusalText", "the recorded time of execution lies in the future")},
    Clause{"act.invalid.execution_missing",
           QT_TRANSLATE_NOOP("tawasul::RefusalText", "the operation number is missing")},
    Clause{"act.invalid.reply_says_done",
           QT_TRANSLATE_NOOP("tawasul::RefusalText",
                             "the reply says that the matter is done, but there is no operation number")},
    Clause{"proposal.closed",
           QT_TRANSLATE_NOOP("tawasul::RefusalText",
                             "somebody has adopted or dismissed the proposal meanwhile")},
    Clause{"act.invalid.proposal_unknown",
           QT_TRANSLATE_NOOP("tawasul::RefusalText", "the central system does not know the proposal")},
    Clause{"act.invalid.",
           QT_TRANSLATE_NOOP("tawasul::RefusalText",
                             "it is incomplete or does not agree with the reference data")},
};

const char *clauseOfKind(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid:
        return QT_TRANSLATE_NOOP("tawasul::RefusalText", "its content breaks a rule of the central system");
    case Error::Kind::NotFound:
        return QT_TRANSLATE_NOOP("tawasul::RefusalText",
                                 "the request does not exist there, or not for this account");
    case Error::Kind::Forbidden:
        return QT_TRANSLATE_NOOP("tawasul::RefusalText", "this account may not do this");
    case Error::Kind::Conflict:
    case Error::Kind::Stale:
        return QT_TRANSLATE_NOOP("tawasul::RefusalText", "the request has changed meanwhile");
    default:
        return QT_TRANSLATE_NOOP("tawasul::RefusalText", "no reason was given");
    }
}

} // namespace

QString refusalClause(const Error &error)
{
    for (const Clause &clause : kByCode) {
        const QLatin1StringView known(clause.code);
        if (error.code == known || (known.endsWith(u'.') && error.code.startsWith(known)))
            return RefusalText::tr(clause.words);
    }
    return RefusalText::tr(clauseOfKind(error.kind));
}

} // namespace tawasul
