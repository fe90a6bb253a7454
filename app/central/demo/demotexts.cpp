// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/demotexts.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

Result<QJsonObject> readFile(const QString &name)
{
    QFile file(QString(u":/demo/texts/"_s % name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Corrupt, u"demo.texts"_s, name};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return Error{Error::Kind::Corrupt, u"demo.texts"_s, QString(name % u": "_s % problem.errorString())};
    return document.object();
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

Voice voiceOf(const QString &word)
{
    if (word == u"family"_s)
        return Voice::Family;
    if (word == u"employer"_s)
        return Voice::Employer;
    if (word == u"establishment"_s)
        return Voice::Establishment;
    return word == u"stranger"_s ? Voice::Stranger : Voice::Self;
}

Gender genderOf(const QString &word)
{
    if (word == u"man"_s)
        return Gender::Man;
    return word == u"woman"_s ? Gender::Woman : Gender::Either;
}

Flaw flawOf(const QString &word)
{
    if (word == u"missing_identifier"_s)
        return Flaw::MissingIdentifier;
    if (word == u"wrong_section"_s)
        return Flaw::WrongSection;
    if (word == u"general_enquiry"_s)
        return Flaw::GeneralEnquiry;
    if (word == u"not_linked"_s)
        return Flaw::NotLinked;
    return word == u"missing_attachment"_s ? Flaw::MissingAttachment : Flaw::None;
}

DescriptionText description(const QJsonObject &row)
{
    DescriptionText text;
    text.text = row[u"ar"_s].toString();
    text.subService = row[u"sub_service"_s].toString();
    if (row.contains(u"filed_as"_s))
        text.subService = row[u"filed_as"_s].toString();
    text.belongsTo = row[u"belongs_to"_s].toString();
    text.missing = texts(row[u"missing"_s]);
    text.date = row[u"date"_s].toString();
    text.voice = voiceOf(row[u"voice"_s].toString());
    text.subject = genderOf(row[u"subject"_s].toString());
    if (row.contains(u"age"_s))
        text.age = row[u"age"_s].toInt();
    text.profession = row[u"profession"_s].toString();
    text.toProfession = row[u"to_profession"_s].toString();
    text.urgent = row[u"kind"_s].toString() == u"urgent"_s;
    text.humanitarian = row[u"kind"_s].toString() == u"humanitarian"_s;
    text.english = row[u"lang"_s].toString() == u"en"_s;
    text.nonArabWriter = row[u"writer"_s].toString() == u"non_arab"_s;
    text.numberOfApplicant = row[u"number_of"_s].toString() == u"applicant"_s;
    text.arabicDigits = row[u"digits"_s].toString() == u"arab"_s;
    return text;
}

Outcome readDescriptions(DemoTexts &into)
{
    const auto file = readFile(u"descriptions.json"_s);
    if (!file)
        return file.error();
    const QJsonObject ordinary = (*file)[u"sub_services"_s].toObject();
    for (auto it = ordinary.begin(); it != ordinary.end(); ++it) {
        for (const QJsonValue &row : it.value().toArray()) {
            DescriptionText text = description(row.toObject());
            text.subService = it.key();
            into.ordinary[it.key()].push_back(std::move(text));
        }
    }
    const QJsonObject broken = (*file)[u"broken"_s].toObject();
    for (auto it = broken.begin(); it != broken.end(); ++it) {
        for (const QJsonValue &row : it.value().toArray())
            into.broken[flawOf(it.key())].push_back(description(row.toObject()));
    }
    return Done{};
}

Outcome readVolumes(DemoTexts &into)
{
    const auto file = readFile(u"volumes.json"_s);
    if (!file)
        return file.error();
    const QJsonObject volumes = (*file)[u"sub_services"_s].toObject();
    for (auto it = volumes.begin(); it != volumes.end(); ++it)
        into.volumes[it.key()] = it.value().toInt();
    const QJsonObject shares = (*file)[u"broken"_s].toObject();
    for (auto it = shares.begin(); it != shares.end(); ++it)
        into.shares[flawOf(it.key())] = it.value().toInt();
    into.shares[Flaw::None] = (*file)[u"well_formed"_s].toInt();
    return Done{};
}

std::vector<NamePart> nameParts(const QJsonValue &rows)
{
    std::vector<NamePart> parts;
    for (const QJsonValue &value : rows.toArray()) {
        const QJsonObject row = value.toObject();
        parts.push_back({row[u"ar"_s].toString(), row[u"latin"_s].toString(), row[u"weight"_s].toInt(1),
                         genderOf(row[u"subject"_s].toString())});
    }
    return parts;
}

NameStock nameStock(const QString &nationality, const QString &country, const QJsonObject &row)
{
    return {nationality,
            country,
            row[u"weight"_s].toInt(1),
            nameParts(row[u"men"_s]),
            nameParts(row[u"women"_s]),
            nameParts(row[u"families"_s]),
            nameParts(row[u"whole"_s])};
}

void readStaff(const QJsonObject &officers, DemoTexts &into)
{
    std::map<QString, QString> ranks;
    for (const QJsonValue &value : officers[u"ranks"_s].toArray()) {
        const QJsonObject row = value.toObject();
        const bool civil = row[u"kind"_s].toString() == u"civil"_s;
        const QString word = civil ? QString() : row[u"name"_s][u"ar"_s].toString();
        ranks[row[u"code"_s].toString()] = word;
        if (row[u"kind"_s].toString() == u"enlisted"_s || civil)
            into.ranks.append(word);
    }
    for (const QJsonValue &value : officers[u"people"_s].toArray()) {
        const QJsonObject row = value.toObject();
        const QString rank = ranks[row[u"rank"_s].toString()];
        const QString name = row[u"ar"_s].toString();
        into.staff.push_back(
            {rank.isEmpty() ? name : QString(rank % u' ' % name), row[u"role"_s].toString()});
    }
}

Outcome readNames(DemoTexts &into)
{
    const auto file = readFile(u"names.json"_s);
    if (!file)
        return file.error();
    into.saudi = nameStock(u"SAU"_s, u"المملكة العربية السعودية"_s, (*file)[u"saudi"_s].toObject());
    const QJsonObject foreign = (*file)[u"foreign"_s].toObject();
    for (auto it = foreign.begin(); it != foreign.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        into.foreign.push_back(nameStock(it.key(), row[u"name"_s][u"ar"_s].toString(), row));
    }
    readStaff((*file)[u"officers"_s].toObject(), into);
    return Done{};
}

// A single text counts as a list of one.
void readLists(const QJsonObject &object, const QString &prefix, std::map<QString, QStringList> &into)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = prefix % it.key();
        if (it.value().isObject())
            readLists(it.value().toObject(), QString(key % u'/'), into);
        else
            into[key] = it.value().isString() ? QStringList{it.value().toString()} : texts(it.value());
    }
}

Outcome readNotes(DemoTexts &into)
{
    const auto file = readFile(u"notes.json"_s);
    if (!file)
        return file.error();
    for (const QJsonValue &value : (*file)[u"internal_notes"_s].toArray())
        into.notes.push_back({value[u"ar"_s].toString(), texts(value[u"sections"_s])});
    readLists((*file)[u"rationales"_s].toObject(), {}, into.rationales);
    readLists((*file)[u"escalations"_s].toObject(), {}, into.escalations);
    readLists((*file)[u"resubmissions"_s].toObject(), {}, into.resubmissions);
    readLists((*file)[u"details"_s].toObject(), {}, into.details);
    readLists((*file)[u"offices"_s].toObject(), {}, into.offices);
    into.urgentReasons = texts((*file)[u"urgent_reasons"_s]);
    into.humanitarianReasons = texts((*file)[u"humanitarian_reasons"_s]);
    return Done{};
}

Outcome readPageWords(DemoTexts &into)
{
    const auto file = readFile(u"pages.json"_s);
    if (!file)
        return file.error();
    readLists(*file, {}, into.pageWords);
    return Done{};
}

Outcome readDocuments(DemoTexts &into)
{
    const auto file = readFile(u"documents.json"_s);
    if (!file)
        return file.error();
    into.watermark = (*file)[u"watermark"_s][u"ar"_s].toString();
    readLists((*file)[u"values"_s].toObject(), {}, into.values);
    const QJsonObject documents = (*file)[u"documents"_s].toObject();
    for (auto it = documents.begin(); it != documents.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        DocumentText document{it.key(), row[u"title"_s].toString(), row[u"issuer"_s].toString(), {}};
        for (const QJsonValue &line : row[u"rows"_s].toArray())
            document.rows.push_back({line[u"label"_s].toString(), line[u"value"_s].toString()});
        into.documents.push_back(std::move(document));
    }
    return Done{};
}

} // namespace

const DocumentText *DemoTexts::document(const QString &code) const
{
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&code](const DocumentText &row) { return row.code == code; });
    return found == documents.end() ? nullptr : &*found;
}

const NameStock *DemoTexts::stock(const QString &nationality) const
{
    const auto found = std::find_if(foreign.begin(), foreign.end(), [&nationality](const NameStock &row) {
        return row.nationality == nationality;
    });
    return found == foreign.end() ? nullptr : &*found;
}

Result<DemoTexts> DemoTexts::read()
{
    DemoTexts all;
    for (const auto part :
         {readDescriptions, readVolumes, readNames, readNotes, readDocuments, readPageWords}) {
        if (const Outcome outcome = part(all); !outcome)
            return outcome.error();
    }
    return all;
}

} // namespace tawasul
