// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/centrekey.h"
#include "models/domain/workcalendar.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

/// A word or phrase that speaks for a section, and how strongly.
struct WeightedTerm
{
    QString text;
    int weight = 1;

    friend bool operator==(const WeightedTerm &, const WeightedTerm &) = default;
};

/// A code with its words: regions, documents, kinds of dates.
struct NamedCode
{
    QString code;
    Bilingual name;

    friend bool operator==(const NamedCode &, const NamedCode &) = default;
};

struct Section
{
    QString code;
    Bilingual name;
    std::vector<IdentifierKind> acceptedIdentifiers; ///< which numbers the description may name, the telling one first
    std::vector<WeightedTerm> terms;

    friend bool operator==(const Section &, const Section &) = default;
};

struct SubService
{
    QString code;
    QString section;
    Bilingual name;
    int workingDays = 0;
    bool needsExecutionProof = false; ///< completing asks for operation number and time
    QStringList requiredDocuments;
    std::vector<WeightedTerm> terms;

    friend bool operator==(const SubService &, const SubService &) = default;
};

/// A coded reason for an outcome.
struct Reason
{
    QString code;
    std::vector<ActType> outcomes;
    Bilingual name;
    QStringList templates;
    QString precheck; ///< the check whose failure it answers: identifier, section, attachments; or empty

    friend bool operator==(const Reason &, const Reason &) = default;
};

struct ReplyTemplate
{
    QString code;
    std::vector<ActType> outcomes; ///< decisions only: nothing is sent on a transfer or an escalation
    bool saysDone = false; ///< tells the beneficiary that the matter is done (invariant I14)
    QStringList sections; ///< empty: all
    Bilingual body;

    friend bool operator==(const ReplyTemplate &, const ReplyTemplate &) = default;
};

/// A window in calendar days that a rule opens or closes, counted from a key date of the case.
struct StatutoryRule
{
    enum class Kind {
        Latest, ///< the matter must be done by date + days
        Earliest, ///< it cannot be done before date + days
    };

    QString code;
    Kind kind = Kind::Latest;
    Bilingual name;
    QStringList subServices;
    QString dateKind;
    int days = 0;
    QDate effectiveFrom; ///< null: always
    QDate effectiveTo; ///< null: until further notice
    Bilingual note;

    friend bool operator==(const StatutoryRule &, const StatutoryRule &) = default;
};

/// Numbers that the centre sets and may change without a new program.
struct ReferenceParameters
{
    int serviceWorkingDays = 7;
    int closedDaysInCache = 30;
    int recallSeconds = 60;
    int pollSeconds = 15;
    int nearDueWorkingDays = 2;
    int sectionLead = 2;  ///< by how much another section must lead before a case counts as misfiled
    int enquiryScore = 5; ///< from which weight on a description counts as a general enquiry
    qint64 attachmentMaxBytes = 0;
    int attachmentMaxCount = 0;
    int descriptionMaxChars = 0;
    bool clockPausesWhileReturned = true;
    /// What attachments that nobody waits for may take of the line while the office is open; 0: nothing.
    int prefetchKbitInOfficeHours = 1'024;

    friend bool operator==(const ReferenceParameters &, const ReferenceParameters &) = default;
};

/// Everything the centre decides and the desk only uses: catalogue, reasons, templates, calendar, rules. One
/// immutable value per version; the centre keeps all versions and judges an act by the one it names.
struct Reference
{
    QString version;
    QString oldestDesk;
    std::vector<NamedCode> regions;
    std::vector<Section> sections;
    std::vector<SubService> subServices;
    std::vector<NamedCode> documents;
    std::vector<Reason> reasons;
    std::vector<ReplyTemplate> templates;
    WorkCalendar calendar;
    std::vector<StatutoryRule> statutoryRules;
    std::vector<NamedCode> dateKinds;
    std::vector<WeightedTerm> enquiryTerms;
    QHash<QString, Bilingual> portalStatuses; ///< our status on the wire → the beneficiary's word
    ReferenceParameters parameters;
    std::vector<CentreKey> keys; ///< with which receipts are proved, the newest last; not part of a version

    [[nodiscard]] const Section *section(const QString &code) const;
    [[nodiscard]] const SubService *subService(const QString &code) const;
    [[nodiscard]] const Reason *reason(const QString &code) const;
    [[nodiscard]] const ReplyTemplate *replyTemplate(const QString &code) const;
    [[nodiscard]] const NamedCode *document(const QString &code) const;
    [[nodiscard]] const NamedCode *region(const QString &code) const;

    friend bool operator==(const Reference &, const Reference &) = default;
};

using ReferencePtr = std::shared_ptr<const Reference>;

/// The earliest `Latest` window that applies to a case with these facts, as a deadline; the rule in force on
/// the day of submission counts.
[[nodiscard]] std::optional<Deadline> statutoryDeadlineOf(const Reference &reference,
                                                          const QString &subService,
                                                          const std::vector<KeyDate> &keyDates,
                                                          QDate submitted);

/// Working days the service promises for a sub-service.
[[nodiscard]] int promisedWorkingDays(const Reference &reference, const QString &subService);

} // namespace tawasul
