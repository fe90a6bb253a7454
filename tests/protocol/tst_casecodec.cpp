// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/casecodec.h"

#include "models/protocol/jsonreader.h"

#include "tests/support/generators.h"
#include "tests/support/jsonfaults.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace tawasul;

namespace {

const QSet<QString> kOptional{
    QStringLiteral("assignee"),
    QStringLiteral("statutory_deadline"),
    QStringLiteral("statutory_deadline.rule"),
    QStringLiteral("beneficiary.latin_name"),
    QStringLiteral("beneficiary.passport_number"),
    QStringLiteral("beneficiary.birth_date"),
    QStringLiteral("beneficiary.mobile"),
    QStringLiteral("subject.latin_name"),
    QStringLiteral("subject.passport_number"),
    QStringLiteral("subject.birth_date"),
    QStringLiteral("subject.mobile"),
    QStringLiteral("subject.link_checked_at"),
    QStringLiteral("attachments[].documents"),
    QStringLiteral("attachments[].added_at"),
    QStringLiteral("history[].act_id"),
    QStringLiteral("history[].reason"),
    QStringLiteral("history[].text"),
    QStringLiteral("history[].reply"),
    QStringLiteral("history[].execution"),
    QStringLiteral("history[].to_section"),
    QStringLiteral("history[].to_sub_service"),
    QStringLiteral("history[].to_assignee"),
    QStringLiteral("history[].proposal_id"),
    QStringLiteral("proposals"),
    QStringLiteral("proposals[].reason"),
    QStringLiteral("proposals[].text"),
    QStringLiteral("proposals[].closed_by"),
    QStringLiteral("proposals[].closed_at"),
    QStringLiteral("proposals[].closing_text"),
    QStringLiteral("proposals[].reply"),
    QStringLiteral("proposals[].execution"),
    QStringLiteral("proposals[].to_section"),
    QStringLiteral("proposals[].to_sub_service"),
};

Result<Case> decoded(const QByteArray &bytes)
{
    return wire::parseObject(bytes, QStringLiteral("case")).and_then(wire::caseFromJson);
}

// The full case with one value elsewhere; `path` is one or two field names, the second in the first element
// where the first is a list.
QJsonObject fullCaseWith(const QString &path, const QJsonValue &value)
{
    QJsonObject object = wire::toJson(fullCase());
    const QString outer = path.section(QLatin1Char('.'), 0, 0);
    const QString inner = path.section(QLatin1Char('.'), 1);
    if (inner.isEmpty()) {
        object.insert(outer, value);
    } else if (object.value(outer).isArray()) {
        QJsonArray list = object.value(outer).toArray();
        QJsonObject first = list.first().toObject();
        first.insert(inner, value);
        list.replace(0, first);
        object.insert(outer, list);
    } else {
        QJsonObject nested = object.value(outer).toObject();
        nested.insert(inner, value);
        object.insert(outer, nested);
    }
    return object;
}

} // namespace

Q_DECLARE_METATYPE(QJsonValue)

class CaseCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The wire may grow, but what stands in this file must stay readable and be written just so.
    void theGoldenCaseIsWrittenByteForByte()
    {
        QFile golden(QFINDTESTDATA("../data/protocol/case.json"));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const QByteArray expected = golden.readAll();
        const QByteArray written = QJsonDocument(wire::toJson(fullCase())).toJson(QJsonDocument::Indented);
        if (written != expected) {
            QFile found(QStringLiteral("case.json.fail"));
            QVERIFY(found.open(QIODevice::WriteOnly) && found.write(written) == written.size());
            QFAIL("differs; see case.json.fail in the working directory");
        }
        const auto read = decoded(expected);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == fullCase());
    }

    void anyCaseSurvivesTheWire()
    {
        TAWASUL_HOLDS(448, 300, [] {
            const Case before = *anyCase();
            const QByteArray bytes = wire::toBytes(wire::toJson(before));
            const auto after = decoded(bytes);
            RC_ASSERT((after ? QString() : after.error().detail) == QString());
            RC_ASSERT(*after == before);
            RC_ASSERT(wire::toBytes(wire::toJson(*after)) == bytes);
        });
    }

    void everyMissingOrMistypedFieldIsRefusedByName()
    {
        const QStringList found =
            leniencies(QStringLiteral("case"), wire::caseFromJson, wire::toJson(fullCase()), kOptional);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void fieldsOfANewerCentreAreIgnored()
    {
        const auto read = wire::caseFromJson(withUnknownFields(wire::toJson(fullCase())));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == fullCase());
    }

    void wordsOfANewerCentreAreKeptWhereTheyAreShown()
    {
        const auto read = wire::caseFromJson(wire::toJson(fullCase()));
        QVERIFY(read.has_value());
        QCOMPARE(read->status, CaseStatus::Unknown);
        QCOMPARE(read->statusText, QStringLiteral("awaiting_approval"));
        QCOMPARE(read->history.back().type, ActType::Unknown);
        QCOMPARE(read->history.back().typeText, QStringLiteral("approve"));
    }

    void aTextLeftOverFromANewerStatusIsNotSent()
    {
        Case theCase = sampleCase(CaseStatus::Completed);
        theCase.statusText = QStringLiteral("awaiting_approval");
        theCase.history.front().typeText = QStringLiteral("approve");
        const QJsonObject object = wire::toJson(theCase);
        QCOMPARE(object.value(QStringLiteral("status")).toString(), QStringLiteral("completed"));
        QCOMPARE(object.value(QStringLiteral("history"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("type")),
                 QJsonValue(QStringLiteral("submit")));
    }

    void strangeWordsForPeopleBecomeUnknown_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             { "beneficiary.kind", "beneficiary.identifier_kind", "subject.relation", "subject.link",
               "marks.kind", "history.role", "history.from", "history.to" })
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void strangeWordsForPeopleBecomeUnknown()
    {
        QFETCH(QString, path);
        const auto read = wire::caseFromJson(fullCaseWith(path, QStringLiteral("later")));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        const QString last = path.section(QLatin1Char('.'), 1);
        const QJsonValue outer = wire::toJson(*read).value(path.section(QLatin1Char('.'), 0, 0));
        const QJsonObject object = outer.isArray() ? outer.toArray().first().toObject() : outer.toObject();
        QCOMPARE(object.value(last).toString(), QStringLiteral("unknown"));
    }

    void valuesThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *path, const QJsonValue &value) {
            const QString shown = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
            QTest::newRow(qPrintable(QString(QString::fromLatin1(path) % QLatin1Char(' ') % shown)))
                << QString::fromLatin1(path) << value;
        };
        const auto text = [](const char *utf8) { return QJsonValue(QString::fromUtf8(utf8)); };
        for (const double version : { 0.0, -1.0, 1.5, 1e12 + 1, 1e19 })
            row("version", version);
        for (const char *field : { "id", "number", "status", "section", "sub_service", "region",
                                   "beneficiary.name", "history.type", "key_dates.kind" })
            row(field, text(""));
        for (const char *day : { "2026-02-30", "2026-13-01", "2026-2-3", "2026-11-22T00:00:00Z", "22-11-2026",
                                 "٢٠٢٦-١١-٢٢", "", " 2026-11-22", "1448-06-12x", "20261122" }) {
            row("service_deadline.day", text(day));
            row("subject.birth_date", text(day));
            row("key_dates.day", text(day));
        }
        for (const char *instant : { "2026-11-22T07:42:08", "2026-11-22", "", "now", "2026-02-30T00:00:00Z",
                                     "9999-12-31T23:59:59-01:00" }) {
            row("submitted_at", text(instant));
            row("service_deadline.at", text(instant));
            row("history.at", text(instant));
            row("subject.link_checked_at", text(instant));
        }
        const QByteArray hash(64, 'a');
        for (const QByteArray &sha :
             { QByteArray(), hash.left(63), QByteArray(hash + 'a'), hash.toUpper(),
               QByteArray(hash.left(63) + 'g'), QByteArray(hash.left(62) + "\xd9\xa1") })
            row("attachments.sha256", text(sha.constData()));
        row("attachments.size", -1);
        row("attachments.size", 1.5e12);
    }

    void valuesThatMakeNoSenseAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QVERIFY(wire::caseFromJson(wire::toJson(fullCase())).has_value());
        const auto read = wire::caseFromJson(fullCaseWith(path, value));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, QStringLiteral("wire.malformed"));
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QVERIFY2(read.error().detail.contains(path.section(QLatin1Char('.'), -1)),
                 qPrintable(read.error().detail));
    }

    void anErrorNamesTheElementOfItsList()
    {
        QJsonObject object = wire::toJson(fullCase());
        QJsonArray history = object.value(QStringLiteral("history")).toArray();
        QJsonObject step = history.at(2).toObject();
        step.insert(QStringLiteral("actor"), QJsonObject{ { QStringLiteral("id"), 5 } });
        history.replace(2, step);
        object.insert(QStringLiteral("history"), history);
        const auto read = wire::caseFromJson(object);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().detail, QStringLiteral("case.history[2].actor.id: not a text"));
    }

    // Untrusted text arrives in errors nowhere: only the names of our own fields.
    void errorsCarryNothingOfTheCase()
    {
        for (const JsonFault &fault : everyValueMistyped(wire::toJson(fullCase()))) {
            const auto read = wire::caseFromJson(fault.document);
            if (read)
                continue;
            for (const QChar character : read.error().detail)
                QVERIFY2(character.unicode() < 128, qPrintable(read.error().detail));
            QVERIFY(!read.error().detail.contains(fullCase().beneficiary.identifier));
        }
    }
};

QTEST_GUILESS_MAIN(CaseCodecTest)
#include "tst_casecodec.moc"
