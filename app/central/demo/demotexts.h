// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/workcalendar.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>
#include <optional>
#include <vector>

namespace tawasul {

/// What is wrong with a request, on purpose.
enum class Flaw { None, MissingIdentifier, WrongSection, GeneralEnquiry, NotLinked, MissingAttachment };

inline constexpr std::array kFlaws{Flaw::MissingIdentifier, Flaw::WrongSection, Flaw::GeneralEnquiry,
                                   Flaw::NotLinked, Flaw::MissingAttachment};

/// Who writes to the directorate about whom (texts/README.md).
enum class Voice { Self, Family, Employer, Establishment, Stranger };

enum class Gender { Man, Woman, Either };

/// What a beneficiary writes, with the places still open.
struct DescriptionText
{
    QString text;
    QString subService;  ///< as it was filed
    QString belongsTo;   ///< the right sub-service, when it was filed as another one
    QStringList missing; ///< documents that the attachment lacks
    QString date;        ///< what {date} is: a date kind of the reference data, "future", "past" or nothing
    Voice voice = Voice::Self;
    Gender subject = Gender::Either;
    std::optional<int> age; ///< of the person concerned, in years, where the text states it
    QString profession;     ///< of the person concerned, where the text states it
    QString toProfession;   ///< what it is to become
    bool urgent = false;
    bool humanitarian = false;
    bool english = false;
    bool nonArabWriter = false;
    bool numberOfApplicant = false;
    bool arabicDigits = false;
};

/// A part of a name in both scripts.
struct NamePart
{
    QString ar;
    QString latin;
    int weight = 1;
    Gender gender = Gender::Either;
};

/// The names of one nationality.
struct NameStock
{
    QString nationality; ///< ISO 3166-1 alpha-3
    QString country;     ///< Arabic
    int weight = 1;
    std::vector<NamePart> men;
    std::vector<NamePart> women;
    std::vector<NamePart> families;
    std::vector<NamePart> whole; ///< long names, complete
};

/// Somebody of the directorate, as people and history call them.
struct StaffText
{
    QString name; ///< Arabic, with the rank of those who have one
    QString role; ///< word of the wire
};

/// What a sample page shows.
struct DocumentText
{
    struct Row
    {
        QString label;
        QString value; ///< with places to fill
    };

    QString code;
    QString title;
    QString issuer;
    std::vector<Row> rows;
};

struct NoteText
{
    QString text;
    QStringList sections; ///< empty: all
};

/// All words of the demonstration, as app/central/demo/texts has them.
struct DemoTexts
{
    std::map<QString, std::vector<DescriptionText>> ordinary; ///< by sub-service
    std::map<Flaw, std::vector<DescriptionText>> broken;
    std::map<QString, int> volumes; ///< by sub-service
    std::map<Flaw, int> shares;     ///< in a hundred; None: well formed

    NameStock saudi;
    std::vector<NameStock> foreign;
    std::vector<StaffText> staff;
    QStringList ranks; ///< of whoever is not in `staff`

    std::vector<NoteText> notes;
    std::map<QString, QStringList> rationales;    ///< by "outcome/REASON"
    std::map<QString, QStringList> escalations;   ///< by reason
    std::map<QString, QStringList> resubmissions; ///< by reason, or "MISSING_IDENTIFIER/kind"
    std::map<QString, QStringList> details;       ///< by reply template
    std::map<QString, QStringList> offices;       ///< by region
    QStringList urgentReasons;
    QStringList humanitarianReasons;

    QString watermark;
    std::vector<DocumentText> documents;
    std::map<QString, QStringList> values;    ///< for places that no person fills
    std::map<QString, QStringList> pageWords; ///< what is printed around the rows of a page

    [[nodiscard]] const QStringList &pageWord(const QString &key) const { return pageWords.at(key); }

    [[nodiscard]] const DocumentText *document(const QString &code) const;
    [[nodiscard]] const NameStock *stock(const QString &nationality) const;

    /// Reads the texts that are built into the program; Corrupt, demo.texts.
    [[nodiscard]] static Result<DemoTexts> read();
};

} // namespace tawasul
