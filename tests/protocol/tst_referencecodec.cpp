// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/referencecodec.h"

#include "models/protocol/jsonreader.h"

#include "tests/support/jsonfaults.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

const QSet<QString> kOptional{
    QStringLiteral("reasons[].precheck"),
    QStringLiteral("calendar.holidays[].provisional"),
    QStringLiteral("calendar.office_hours[].last"),
    QStringLiteral("statutory_rules[].effective_from"),
    QStringLiteral("statutory_rules[].effective_to"),
    QStringLiteral("statutory_rules[].note"),
};

// The sample with the value at `path` (names and indices, slash by slash) replaced, or removed if undefined;
// "+" as an index appends.
QJsonValue edited(const QJsonValue &whole, const QString &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.section(QLatin1Char('/'), 0, 0);
    const QString rest = path.section(QLatin1Char('/'), 1);
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        if (step == QLatin1String("+")) {
            array.append(value);
            return array;
        }
        const QJsonValue inner = edited(array.at(step.toInt()), rest, value);
        if (inner.isUndefined())
            array.removeAt(step.toInt());
        else
            array.replace(step.toInt(), inner);
        return array;
    }
    QJsonObject object = whole.toObject();
    const QJsonValue inner = edited(object.value(step), rest, value);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    return object;
}

Result<Reference> decodedWith(const char *path, const QJsonValue &value)
{
    return wire::referenceFromJson(
        edited(sampleReferenceJson(), QString::fromLatin1(path), value).toObject());
}

QJsonValue json(const char *text)
{
    return wire::parseObject(QByteArray("{\"v\":") + text + '}', QStringLiteral("v"))
        ->value(QStringLiteral("v"));
}

} // namespace

class ReferenceCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsReadAsItIsMeant()
    {
        const auto read = wire::referenceFromJson(sampleReferenceJson());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        const Reference &expected = sampleReference();
        QVERIFY(read->regions == expected.regions);
        QVERIFY(read->sections == expected.sections);
        QVERIFY(read->subServices == expected.subServices);
        QVERIFY(read->reasons == expected.reasons);
        QVERIFY(read->templates == expected.templates);
        QVERIFY(read->calendar == expected.calendar);
        QVERIFY(read->statutoryRules == expected.statutoryRules);
        QVERIFY(read->parameters == expected.parameters);
        QVERIFY(*read == expected);
    }

    void everyMissingOrMistypedFieldIsRefusedByName()
    {
        const QStringList found = leniencies(QStringLiteral("reference"), wire::referenceFromJson,
                                             sampleReferenceJson(), kOptional);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void fieldsOfANewerCentreAreIgnored()
    {
        const auto read = wire::referenceFromJson(withUnknownFields(sampleReferenceJson()));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == sampleReference());
    }

    void whatTheProgramReliesOnIsChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("named"); // in the error
        const auto row = [](const char *name, const char *path, const QJsonValue &value, const char *named) {
            QTest::newRow(name) << QByteArray(path) << value << QString::fromLatin1(named);
        };
        const QJsonObject sample = sampleReferenceJson();
        for (const char *list : { "regions", "sections", "sub_services", "documents", "reasons",
                                  "reply_templates", "statutory_rules", "date_kinds" }) {
            const QByteArray path = QByteArray(list) + "/+";
            row(QByteArray("twice in " + QByteArray(list)).constData(), path.constData(),
                sample.value(QLatin1String(list)).toArray().first(), list);
        }
        row("a sub-service without its section", "sub_services/0/section", json(R"("moon")"), "sub_services");
        row("a section less", "sections/2", QJsonValue(QJsonValue::Undefined), "sub_services");
        row("no reason to complete", "reasons/0", QJsonValue(QJsonValue::Undefined), "reasons");
        row("no reason to return", "reasons/1/outcomes", json(R"(["reject"])"), "reasons");
        row("no reason to transfer", "reasons/3/outcomes", json(R"(["reject"])"), "reasons");
        row("no reason to escalate", "reasons/4", QJsonValue(QJsonValue::Undefined), "reasons");
        row("no template to reject", "reply_templates/3", QJsonValue(QJsonValue::Undefined),
            "reply_templates");
        row("no template at all", "reply_templates", json("[]"), "reply_templates");
        row("a week of rest alone", "calendar/weekend",
            json(R"(["monday","tuesday","wednesday","thursday","friday","saturday","sunday"])"), "calendar");
        row("no office hours", "calendar/office_hours", json("[]"), "calendar.office_hours");
        row("hours that close before they open", "calendar/office_hours/0/closes", json(R"("07:00")"),
            "calendar.office_hours");
        row("hours that end before they begin", "calendar/office_hours/0/last", json(R"("2019-01-01")"),
            "calendar.office_hours");
        row("a holiday that ends before it begins", "calendar/holidays/0/last", json(R"("2026-02-21")"),
            "calendar.holidays[].last");
        row("a weekend on no day", "calendar/weekend/0", json(R"("caturday")"), "calendar.weekend");
        row("a weekend in capitals", "calendar/weekend/0", json(R"("Friday")"), "calendar.weekend");
        row("a day that is none", "calendar/holidays/0/first", json(R"("2026-02-30")"),
            "calendar.holidays[].first");
        row("a time that is none", "calendar/office_hours/0/opens", json(R"("7:30")"),
            "calendar.office_hours[].opens");
        row("a promise of no days", "sub_services/0/working_days", json("0"),
            "sub_services[residency.renewal].working_days");
        row("a promise of 3661 days", "sub_services/0/working_days", json("3661"),
            "sub_services[residency.renewal].working_days");
        row("a weight of nothing", "sections/0/terms/0/weight", json("0"),
            "sections[residency].terms[].weight");
        row("a weight of 101", "sections/0/terms/0/weight", json("101"),
            "sections[residency].terms[].weight");
        row("an empty name", "sections/0/name/ar", json(R"("")"), "sections[residency].name.ar");
        row("an empty code", "regions/0/code", json(R"("")"), "regions[].code");
        row("an empty version", "version", json(R"("")"), "version");
        row("polling at once", "parameters/poll_seconds", json("0"), "parameters.poll_seconds");
        row("a day of recall and a second", "parameters/recall_seconds", json("86401"),
            "parameters.recall_seconds");
        row("less than no line", "parameters/prefetch_kbit_in_office_hours", json("-1"),
            "parameters.prefetch_kbit_in_office_hours");
        row("no attachment at all", "parameters/attachment_max_count", json("0"),
            "parameters.attachment_max_count");
    }

    void whatTheProgramReliesOnIsChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, named);
        const auto read = decodedWith(path.constData(), value);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, QStringLiteral("wire.malformed"));
        QVERIFY2(read.error().detail.startsWith(QString(QStringLiteral("reference.") % named)),
                 qPrintable(read.error().detail));
    }

    void whatIsAllowedAtTheEdgesIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *path, const char *value) {
            QTest::newRow(name) << QByteArray(path) << json(value);
        };
        row("no recall", "parameters/recall_seconds", "0");
        row("a day that opens a window before the fact", "statutory_rules/0/days", "-30");
        row("no weekend", "calendar/weekend", "[]");
        row("no holidays", "calendar/holidays", "[]");
        row("no statutory rules", "statutory_rules", "[]");
        row("a rule for a sub-service that is gone", "statutory_rules/0/sub_services", R"(["gone"])");
    }

    void whatIsAllowedAtTheEdgesIsAccepted()
    {
        QFETCH(QByteArray, path);
        QFETCH(QJsonValue, value);
        const auto read = decodedWith(path.constData(), value);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    }

    // A desk must go on working when the centre learns new words.
    void wordsOfANewerCentreAreLeftOut()
    {
        const auto outcomes = decodedWith("reasons/0/outcomes", json(R"(["approve", "complete"])"));
        QVERIFY(outcomes.has_value());
        QVERIFY(*outcomes == sampleReference());
        const auto kinds = decodedWith("sections/0/accepted_identifiers", json(R"(["gcc_id", "iqama"])"));
        QVERIFY(kinds.has_value());
        QVERIFY(*kinds == sampleReference());
        const auto rule = decodedWith("statutory_rules/3/kind", json(R"("pauses")"));
        QVERIFY2(rule.has_value(), rule ? "" : qPrintable(rule.error().detail));
        QCOMPARE(rule->statutoryRules.size(), sampleReference().statutoryRules.size() - 1);
        // Left out, but not unread: what it has in common with the others must be right.
        QVERIFY(!decodedWith("statutory_rules/3", json(R"({"code": "x", "kind": "pauses"})")));
    }
};

QTEST_GUILESS_MAIN(ReferenceCodecTest)
#include "tst_referencecodec.moc"
