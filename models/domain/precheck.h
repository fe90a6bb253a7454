// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/reading.h"
#include "models/domain/reference.h"
#include "models/domain/termmatch.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace tawasul {

/// "Cannot tell" is an honest answer; it is never a pass.
enum class Verdict { Pass, Fail, CannotTell };

/// Rule S3: the description names a valid number of a kind that its section accepts: a resident's Iqama or a
/// visitor's border number, of a visit also the number of the host, of citizens the national
/// one.
struct IdentifierCheck
{
    enum class Why {
        Named,      ///< Pass: a valid number of an accepted kind
        NoNumber,   ///< Fail: no ten-digit number at all
        WrongDigit, ///< Fail: a number, but its check digit is wrong
        OtherKind,  ///< Cannot tell: a valid number of a kind that this section does not go by
        Doubtful,   ///< Cannot tell: a border number whose check digit does not agree
    };

    Verdict verdict = Verdict::CannotTell;
    Why why = Why::NoNumber;
    std::vector<FoundIdentifier> found;  ///< all numbers of the description, with their places: the evidence
    std::optional<std::size_t> decisive; ///< index into found of the one that decided
    bool isSubject = false;              ///< the decisive number is that of the person the case is about
    QString nearlySubject; ///< a found number that differs from the subject's by one digit or one swap
};

/// Rule S6: what the description says fits the section it was filed under.
struct SectionCheck
{
    enum class Why {
        Fits,           ///< Pass
        OtherSection,   ///< Fail: another section's words lead clearly
        GeneralEnquiry, ///< Fail: it asks a question instead of naming a transaction (rule S2)
        NoWords,        ///< Cannot tell: no telling word at all
        Close,          ///< Cannot tell: two sections are about equally likely
    };

    Verdict verdict = Verdict::CannotTell;
    Why why = Why::NoWords;
    std::vector<TermHit> hits; ///< the words that spoke for the verdict: the evidence
    QString suggestedSection;  ///< of OtherSection and Close
};

/// Rule S4: what the sub-service requires is there.
struct AttachmentsCheck
{
    enum class Why {
        NothingRequired, ///< Pass
        AllNamed,        ///< Pass: the sender named each required document
        AllSeen,         ///< Pass: each was named by the sender or seen by an officer, who labelled its pages
        NoAttachment,    ///< Fail: something is required and nothing came
        SomeMissing,     ///< Fail: every file is named, and a required one is not among them
        NotSeen, ///< Fail: each file is named or labelled to its last page, and a required document is
                 ///< missing
        Unnamed, ///< Cannot tell: at least one file does not say what it holds (the usual combined PDF)
    };

    Verdict verdict = Verdict::CannotTell;
    Why why = Why::NothingRequired;
    QStringList required; ///< codes of documents
    QStringList missing;  ///< required, not named by any file and not seen on any page
    QStringList seen;     ///< required, and seen on a page by an officer
    int unlabelled = 0;   ///< pages that nobody labelled, of files that do not say what they hold
};

/// What a program can check by itself before a person looks; every result carries its evidence.
struct Prechecks
{
    IdentifierCheck identifier;
    SectionCheck section;
    AttachmentsCheck attachments;
};

/// Pure, some tens of microseconds: run whenever a case opens, with or without the centre. `readings`: what
/// officers saw on the pages of its files; the centre has none.
[[nodiscard]] Prechecks precheck(const Case &theCase, const Reference &reference,
                                 const DocumentReadings &readings = {});

/// Which of the checks a reason answers ("identifier", "section", "attachments"), as the reference data says;
/// nullptr when none does for that outcome.
[[nodiscard]] const Reason *reasonForFailed(const Reference &reference, const QString &check,
                                            ActType outcome);

} // namespace tawasul
