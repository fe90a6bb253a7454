// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/errortext.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"

namespace tawasul {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ErrorText)
};

struct Sentence
{
    const char *code;
    const char *words;
};

// Three parts each: what happened, what was kept, what to do.
constexpr std::array kByCode{
    Sentence{
        "act.stale",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The request changed while the act was being written. The text is kept. Review "
                          "the request as it is now, then confirm again.")},
    Sentence{"act.forbidden",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The request is no longer assigned to this account, so the act was not "
                               "recorded. The text is kept as a draft. Contact the section supervisor if the "
                               "request should be returned to this list.")},
    Sentence{
        "act.illegal",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "This act is not possible in the present status of the request, so it was not "
                          "recorded. The text is kept as a draft. Review the history, then choose another "
                          "act.")},
    Sentence{"proposal.closed",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Somebody has adopted or dismissed this proposal meanwhile, so nothing was "
                               "recorded. The text is kept. Review the history, then decide anew.")},
    Sentence{
        "act.invalid.",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The act is incomplete or does not agree with the reference data, so it was not "
                          "recorded. The text is kept. Check the reason, the reply and the proof of "
                          "execution, then confirm again.")},
    Sentence{"act.invalid.reply_says_done",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The reply says that the matter is done, but there is no operation number, so "
                               "it was not recorded. The text is kept. Enter the operation number, or choose "
                               "approval awaiting execution.")},
    Sentence{"act.invalid.execution_in_future",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The time of execution lies in the future, so the act was not recorded. The "
                               "text is kept. Correct the date or the time, then confirm again.")},
    Sentence{"act.invalid.execution_missing",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The request awaits execution and can only be completed with an operation "
                               "number. The text is kept. Enter the operation number and its time.")},
    Sentence{
        "case.unknown",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The request has left this list: it was reassigned or closed. Work recorded on "
                          "it is kept and will be sent, and a draft of it is kept on this device. Return to "
                          "the worklist.")},
    Sentence{"reference.unknown",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The reference data has not arrived on this device yet, so nothing was "
                               "recorded. The text is kept. Connect to the central system, then try again.")},
    Sentence{"profile.in_use",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This account is open in another window of the program. The work of both is "
                               "kept. Continue in the other window, or close it and sign in again.")},
    Sentence{"profile.read_only",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The folder of this account cannot be written, so nothing was recorded. What "
                               "was recorded before is kept. Contact technical support to restore write "
                               "access.")},
    Sentence{
        "sql.readonly",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The disk accepts no writing, so the act was not recorded. The text is kept on "
                          "screen. Copy it, then contact technical support to restore write access.")},
    Sentence{
        "sql.full",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The disk is full, so the act was not recorded. The text is kept on screen, and "
                          "earlier acts are safe. Free some space, then confirm again.")},
    Sentence{"sql.busy",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Another operation is using the file of this account, so the act was not "
                               "recorded. The text is kept. Try again shortly.")},
    Sentence{"sql.io",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The disk reported a fault, so the act was not recorded. The text is kept on "
                               "screen. Try again; if it repeats, contact technical support.")},
    Sentence{
        "sql.corrupt",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The file of this account is damaged, so the act was not recorded. The text is "
                          "kept on screen. Copy it, then contact technical support.")},
    Sentence{
        "sql.too_new",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The file of this account was written by a newer version of the program. Nothing "
                          "in it was changed. Update the program, then sign in again.")},
    Sentence{"session.wrong_credentials",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The user name or the password is not correct. Recorded work is kept. Check both, and "
                 "the keyboard language, then try again.")},
    Sentence{"session.too_many_tries",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "There were too many attempts in a short time. Recorded work is kept. Try again after "
                 "a minute.")},
    Sentence{"signin.first_needs_centre",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The central system cannot be reached, and this account has not been used on this "
                 "device yet. Nothing was changed. The first sign-in needs a connection; try again when "
                 "it returns.")},
    Sentence{
        "centre.is_training",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The address belongs to a training system, while this program is set up for real "
                          "work. No password was sent. Contact technical support to correct the address.")},
    Sentence{"centre.is_production",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The address belongs to the real central system, while this program is set up for "
                 "training. No password was sent. Contact technical support to correct the address.")},
    Sentence{"profile.other_centre",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The data kept for this account belongs to another central system. Nothing in it was "
                 "changed. Contact technical support.")},
    Sentence{"centre.key_unproven",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The central system signs with a key that this device cannot verify. Recorded work is kept "
                 "and is not counted as acknowledged. Contact technical support.")},
    Sentence{"receipt.unproven",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "An acknowledgement of the central system could not be verified and was not used. Recorded "
                 "work is kept and will be sent again by itself. If it repeats, contact technical support.")},
    Sentence{"receipt.key_unknown",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "An acknowledgement of the central system could not be verified and was not used. Recorded "
                 "work is kept and will be sent again by itself. If it repeats, contact technical support.")},
    Sentence{"wire.malformed",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The answer of the central system could not be understood and was not used. Recorded "
                 "work is kept and will be sent again by itself. If it repeats, contact technical "
                 "support.")},
    Sentence{"print.forbidden",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This account may not print that. Nothing was printed, and recorded work is "
                               "kept. Whoever manages accounts can say who may.")},
    Sentence{
        "supervision.forbidden",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "This account may not distribute requests or record leaves, so nothing was "
                          "recorded. What was chosen is kept on screen. Contact the region supervisor.")},
    Sentence{"order.state",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The order stands otherwise by now: it was sent, put on hold or ended. "
                               "Nothing was changed, and it stays in its list. Check how it stands, then "
                               "choose again.")},
    Sentence{"board.question",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "It is not clear which day these requests are of. Nothing was changed. Return "
                               "to the board, then choose the number again.")},
    Sentence{"store.unreadable",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Something recorded on this device cannot be read. It is kept as it is, and "
                               "nothing of it was sent. Contact technical support.")},
    Sentence{"centre.epoch_changed",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The central system was restored, so what was waiting was not sent. Recorded "
                               "work is kept. Check what waits, then decide whether to send it again.")},
    Sentence{"assignment.invalid.",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The order is incomplete, so it was not recorded. What was chosen is kept. "
                               "Check the requests and the rule, then try again.")},
    Sentence{"assignment.invalid.days",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The rule ends before it begins, so nothing was recorded. What was chosen is "
                               "kept. Correct the days of the deadline, then try again.")},
    Sentence{"assignment.too_many",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The order is about more requests than are assigned at once, so nothing was recorded. What "
                 "was chosen is kept. Narrow the selection or the rule, then try again.")},
    Sentence{"assignment.nothing_matched",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "No request fits the rule any more, so nothing was assigned. What was chosen "
                               "is kept. Change the rule, then try again.")},
    Sentence{"assignment.undo_expired",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The time for undoing this assignment is over, so nothing was changed. The "
                               "assignment stays. The requests can be reassigned by a further order.")},
    Sentence{"assignment.unknown",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This order is not known, or belongs to another account, so nothing was "
                               "changed. Recorded work is kept. Look at the list of orders.")},
    Sentence{"assignment.id_reused",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Another order was recorded under the same number, so this one was not "
                               "carried out. Recorded work is kept. Record the order anew.")},
    Sentence{"assignment.forbidden",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This account may not assign requests, so nothing was assigned. What was "
                               "chosen is kept. Contact the region supervisor.")},
    Sentence{"leave.invalid.",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The leave is incomplete, so it was not recorded. What was entered is kept. "
                               "Check the officer and the days, then confirm again.")},
    Sentence{"leave.invalid.officer_unknown",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "There is no such officer within this account's scope, so the leave was not "
                               "recorded. What was entered is kept. Choose another officer.")},
    Sentence{"leave.invalid.days",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "A day of the leave is missing, so it was not recorded. What was entered is "
                               "kept. Enter the first and the last day, then confirm again.")},
    Sentence{"leave.invalid.order",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The leave ends before it begins, so it was not recorded. What was entered is "
                               "kept. Correct the last day, then confirm again.")},
    Sentence{"leave.invalid.past",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The leave begins before today, so it was not recorded. What was entered is "
                               "kept. Correct the first day, then confirm again.")},
    Sentence{"leave.invalid.not_begun",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "An absence begins today and not later, so it was not recorded. What was "
                               "entered is kept. Record planned days instead.")},
    Sentence{
        "leave.invalid.begun",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The leave has begun, so its first day stays and nothing was changed. What was "
                          "entered is kept. End the leave, then record a new one.")},
    Sentence{"leave.invalid.substitute_missing",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Planned days need a substitute, so the leave was not recorded. What was "
                               "entered is kept. Choose a substitute, then confirm again.")},
    Sentence{"leave.invalid.substitute_self",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "An officer cannot be their own substitute, so the leave was not recorded. "
                               "What was entered is kept. Choose somebody else.")},
    Sentence{"leave.invalid.substitute_unknown",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "There is no such substitute, so the leave was not recorded. What was entered "
                               "is kept. Choose somebody else.")},
    Sentence{"leave.invalid.substitute_not_permitted",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The substitute does not work in the officer's section or region, so the "
                               "leave was not recorded. What was entered is kept. Choose somebody else.")},
    Sentence{"leave.invalid.substitute_absent",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "The substitute is on leave on one of these days, so the leave was not "
                               "recorded. What was entered is kept. Choose somebody else, or other days.")},
    Sentence{"leave.overlap",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The officer is already on leave on one of these days, so the leave was not recorded. What "
                 "was entered is kept. Choose other days, or end the other leave first.")},
    Sentence{"leave.forbidden",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This account may not record leaves of that officer, so nothing was changed. "
                               "What was entered is kept. Contact the region supervisor.")},
    Sentence{"leave.unknown",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This leave is not known, so nothing was changed. Recorded work is kept. Look "
                               "at the list of leaves.")},
    Sentence{"leave.stale",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "Somebody changed this leave meanwhile, so nothing was changed. Recorded work "
                               "is kept. Look at the leave as it is now, then try again.")},
    Sentence{"leave.over",
             QT_TRANSLATE_NOOP("tawasul::ErrorText",
                               "This leave is over, so nothing was changed. Recorded work is kept. Record a "
                               "new leave if the officer is away again.")},
    Sentence{"print.no_spooler",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The printing service of this device was not found. Nothing was printed, and recorded work "
                 "is kept. Save the sheet as a PDF file, or contact technical support.")},
    Sentence{"print.refused",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The printing service did not accept the sheet. Nothing was printed, and recorded work is "
                 "kept. Check the printer and try again, or save the sheet as a PDF file.")},
    Sentence{
        "print.no_answer",
        QT_TRANSLATE_NOOP(
            "tawasul::ErrorText",
            "The printing service did not answer in time, and the sheets may have been printed. Recorded "
            "work is kept. Check the printer before trying again.")},
    Sentence{"print.not_saved",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The file could not be written. Nothing was saved, and recorded work is kept. Choose "
                 "another folder, then try again.")},
    Sentence{"print.no_memory",
             QT_TRANSLATE_NOOP(
                 "tawasul::ErrorText",
                 "The sheets are too large for the memory of this device. Nothing was printed, and recorded "
                 "work is kept. Choose fewer pages, then try again.")},
    Sentence{
        "attachment.wrong_hash",
        QT_TRANSLATE_NOOP("tawasul::ErrorText",
                          "The attachment arrived damaged and was discarded. The original at the central "
                          "system is untouched. Download it again.")},
};

const char *wordsOfKind(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "What was entered breaks a rule, so it was not recorded. The text is kept. "
                                 "Review it, then try again.");
    case Error::Kind::NotFound:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "What was asked for does not exist, or not for this account. Nothing was "
                                 "changed. Return to the worklist.");
    case Error::Kind::Unauthenticated:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The session has ended. Recorded work is kept. Sign in again to continue.");
    case Error::Kind::Forbidden:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "This account may not do this, so nothing was recorded. The text is kept. "
                                 "Contact the section supervisor.");
    case Error::Kind::Conflict:
    case Error::Kind::Stale:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The request has changed meanwhile, so nothing was recorded. The text is "
                                 "kept. Review the request as it is now, then try again.");
    case Error::Kind::Offline:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "There is no connection to the central system. Recorded work is kept and "
                                 "will be sent once the connection returns.");
    case Error::Kind::Busy:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The system is busy. Recorded work is kept. Try again shortly.");
    case Error::Kind::Server:
        return QT_TRANSLATE_NOOP(
            "tawasul::ErrorText",
            "The central system could not answer. Recorded work is kept and will be sent "
            "again by itself.");
    case Error::Kind::Full:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The disk is full, so nothing was recorded. What is on screen is kept. Free "
                                 "some space, then try again.");
    case Error::Kind::Storage:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The disk refused, so nothing was recorded. What is on screen is kept. Try "
                                 "again; if it repeats, contact technical support.");
    case Error::Kind::Corrupt:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The data is damaged and was not used. Earlier work is kept. Contact "
                                 "technical support.");
    case Error::Kind::TooNew:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The data comes from a newer version of the program. Nothing was changed. "
                                 "Update the program.");
    case Error::Kind::Cancelled:
        break;
    }
    return QT_TRANSLATE_NOOP(
        "tawasul::ErrorText",
        "The operation was stopped before it ended. What is on screen is kept. Try again "
        "if it is still needed.");
}

const char *wordsOfCode(const QString &code)
{
    const char *found = nullptr;
    for (const Sentence &sentence : kByCode) {
        const QLatin1StringView known(sentence.code);
        if (code == known)
            return sentence.words;
        if (known.endsWith(u'.') && code.startsWith(known))
            found = sentence.words;
    }
    return found;
}

// Away from an act the same fault of the disk means something else: what happened and what to do are told by
// the fault, and what was kept by what was under way.
struct Fault
{
    const char *happened;
    const char *remedy;
};

constexpr Fault kReadOnly{
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "The disk accepts no writing."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Contact technical support to restore write access.")};
constexpr Fault kFull{QT_TRANSLATE_NOOP("tawasul::ErrorText", "The disk is full."),
                      QT_TRANSLATE_NOOP("tawasul::ErrorText", "Free some space, then try again.")};
constexpr Fault kBusy{
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Another operation is using the file of this account."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Try again shortly.")};
constexpr Fault kBroken{
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "The disk reported a fault."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Try again; if it repeats, contact technical support.")};
constexpr Fault kDamaged{
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "The data kept on this device is damaged."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText",
                      "Start the program again; if it repeats, contact technical support.")};
constexpr Fault kTooNew{
    QT_TRANSLATE_NOOP("tawasul::ErrorText",
                      "The data kept on this device was written by a newer version of the program."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Update the program.")};
constexpr Fault kRefused{
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "The operation was not possible."),
    QT_TRANSLATE_NOOP("tawasul::ErrorText", "Try again; if it repeats, contact technical support.")};

const char *keptWords(Trouble what)
{
    switch (what) {
    case Trouble::Draft:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The draft was not saved: what was typed is there only as long as the "
                                 "request stays open. Recorded work is kept.");
    case Trouble::SignIn:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "The sign-in did not complete, and nothing was changed.");
    case Trouble::Print:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText", "Nothing was printed. Recorded work is kept.");
    default:
        return QT_TRANSLATE_NOOP("tawasul::ErrorText",
                                 "What is shown may be behind the central system. Recorded work is kept and "
                                 "will be sent.");
    }
}

const Fault *faultOfDisk(QStringView code)
{
    constexpr std::array kCodes{
        std::pair{"sql.readonly", &kReadOnly}, std::pair{"profile.read_only", &kReadOnly},
        std::pair{"sql.full", &kFull},         std::pair{"sql.busy", &kBusy},
        std::pair{"sql.corrupt", &kDamaged},   std::pair{"sql.too_new", &kTooNew}};
    for (const auto &[known, fault] : kCodes) {
        if (code == QLatin1StringView(known))
            return fault;
    }
    return code.startsWith(QLatin1StringView("sql.")) ? &kBroken : nullptr;
}

// nullptr: the words for an act say nothing that is wrong elsewhere.
const Fault *faultOf(const Error &error)
{
    if (const Fault *fault = faultOfDisk(error.code))
        return fault;
    if (wordsOfCode(error.code))
        return nullptr;
    switch (error.kind) {
    case Error::Kind::Storage:
        return &kBroken;
    case Error::Kind::Full:
        return &kFull;
    case Error::Kind::Corrupt:
        return &kDamaged;
    case Error::Kind::TooNew:
        return &kTooNew;
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
    case Error::Kind::Conflict:
    case Error::Kind::Stale:
        return &kRefused;
    default:
        return nullptr;
    }
}

QString withCode(const QString &words, const Error &error)
{
    return error.code.isEmpty() ? words : ErrorText::tr("%1 (code %2)").arg(words, isolateId(error.code));
}

} // namespace

QString errorWords(const Error &error, Trouble what)
{
    if (what != Trouble::Act) {
        if (const Fault *fault = faultOf(error))
            return QStringList{ErrorText::tr(fault->happened), ErrorText::tr(keptWords(what)),
                               ErrorText::tr(fault->remedy)}
                .join(u' ');
    }
    const char *words = wordsOfCode(error.code);
    return ErrorText::tr(words ? words : wordsOfKind(error.kind));
}

QString errorSentence(const Error &error, Trouble what)
{
    return withCode(errorWords(error, what), error);
}

QString pageErrorSentence(const QString &page, const Error &error)
{
    const QString happened =
        ErrorText::tr("Page %1 could not be prepared for printing.", "%1 a number").arg(isolateAny(page));
    const QString remedy =
        ErrorText::tr("Open the page on the screen, then try again, or choose other pages. "
                      "If it repeats, contact technical support.");
    return withCode(QStringList{happened, ErrorText::tr(keptWords(Trouble::Print)), remedy}.join(u' '),
                    error);
}

QStringList knownErrorCodes()
{
    QStringList codes;
    for (const Sentence &sentence : kByCode)
        codes.append(QString::fromLatin1(sentence.code));
    return codes;
}

} // namespace tawasul
