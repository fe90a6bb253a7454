// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"

#include "tests/support/shown.h"

#include <QtTest/QTest>

#include <limits>

using namespace tawasul;
using wire::JsonReader;

namespace {

constexpr QLatin1String kField{ "field" };

JsonReader reading(const QJsonValue &value)
{
    return JsonReader(QJsonObject{ { kField, value } }, QStringLiteral("thing"));
}

QString detail(const JsonReader &reader)
{
    return reader.error() ? reader.error()->detail : QString();
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneObjectIsADocument_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const QByteArray &bytes, bool accepted) {
            QTest::newRow(name) << bytes << accepted;
        };
        row("an object", R"({"a": 1})", true);
        row("an empty object", "{}", true);
        row("spaces around", " \n{}\t ", true);
        row("nothing", "", false);
        row("spaces", "  ", false);
        row("a list", "[{}]", false);
        row("a text", "\"a\"", false);
        row("a number", "1", false);
        row("null", "null", false);
        row("cut off", R"({"a": 1)", false);
        row("more behind", "{} {}", false);
        row("a comma too many", R"({"a": 1,})", false);
        row("a comment", "{/* */}", false);
        row("a bare key", "{a: 1}", false);
        row("NaN", R"({"a": NaN})", false);
        row("infinity", R"({"a": Infinity})", false);
        row("bytes that are no UTF-8", "{\"a\": \"\xff\xfe\"}", false);
        row("an overlong NUL", "{\"a\": \"\xc0\x80\"}", false);
        row("UTF-16", QByteArray("{\0}\0", 4), false);
        row("a page of HTML", "<html></html>", false);
        row("very deep", QByteArray(R"({"a":)") + QByteArray(100'000, '['), false);
    }

    void onlyOneObjectIsADocument()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, accepted);
        const auto object = wire::parseObject(bytes, QStringLiteral("page"));
        QCOMPARE(object.has_value(), accepted);
        if (!object) {
            QCOMPARE(object.error().code, QStringLiteral("wire.malformed"));
            QVERIFY(object.error().detail.startsWith(QStringLiteral("page: ")));
        }
    }

    void wholeNumbers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("read"); // empty: refused
        const auto row = [](const char *json, const char *read) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(read);
        };
        row("0", "0");
        row("-0", "0");
        row("1", "1");
        row("1.0", "1");
        row("1e3", "1000");
        row("-1", "-1");
        row("9007199254740991", "9007199254740991");
        row("-9007199254740991", "-9007199254740991");
        // 2^53 is what 2^53 + 1 becomes on its way through a double.
        row("9007199254740992", "");
        row("9007199254740993", "");
        row("9007199254740993.0", "");
        row("9223372036854775807", "");
        row("18446744073709551616", "");
        row("1e300", "");
        row("0.5", "");
        row("-0.1", "");
        row("true", "");
        row("null", "");
        row("\"1\"", "");
        row("[1]", "");
        row("{}", "");
    }

    void wholeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, read);
        const auto object = wire::parseObject("{\"field\": " + json + '}', QStringLiteral("thing"));
        QVERIFY(object.has_value());
        JsonReader reader(*object, QStringLiteral("thing"));
        const qint64 number =
            reader.integer(kField, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
        QCOMPARE(reader.error() ? QString() : QString::number(number), read);
        QVERIFY(!reader.error() || detail(reader) == QStringLiteral("thing.field: not a whole number"));
    }

    void numbersThatAreNoneAreRefused()
    {
        for (const double value :
             { std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
               -std::numeric_limits<double>::infinity() }) {
            JsonReader reader = reading(value);
            QCOMPARE(reader.integer(kField, -5, 5), -5);
            QVERIFY(reader.error().has_value());
        }
    }

    void bothEndsOfARangeBelongToIt_data()
    {
        QTest::addColumn<int>("value");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("below") << 1 << false;
        QTest::newRow("least") << 2 << true;
        QTest::newRow("greatest") << 9 << true;
        QTest::newRow("above") << 10 << false;
    }

    void bothEndsOfARangeBelongToIt()
    {
        QFETCH(int, value);
        QFETCH(bool, accepted);
        JsonReader reader = reading(value);
        QCOMPARE(reader.integer(kField, 2, 9), value);
        QCOMPARE(detail(reader), accepted ? QString() : QStringLiteral("thing.field: out of range"));
    }

    void timesOfDay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QTime>("time"); // invalid: refused
        QTest::newRow("morning") << "07:30" << QTime(7, 30);
        QTest::newRow("midnight") << "00:00" << QTime(0, 0);
        QTest::newRow("the last minute") << "23:59" << QTime(23, 59);
        for (const char *text : { "", "7:30", "24:00", "12:60", "07:30:00", "07:30 ", " 07:30", "7:30 AM",
                                  "0730", "٠٧:٣٠", "-7:30", "07:3" })
            QTest::newRow(text) << QString::fromUtf8(text) << QTime();
    }

    void timesOfDay()
    {
        QFETCH(QString, text);
        QFETCH(QTime, time);
        JsonReader reader = reading(text);
        const QTime read = reader.timeOfDay(kField);
        QCOMPARE(reader.error().has_value(), !time.isValid());
        QVERIFY(reader.error() || read == time);
    }

    void whatMayBeMissingMayBeNullButNothingElse()
    {
        for (const QJsonObject &object : { QJsonObject(), QJsonObject{ { kField, QJsonValue() } } }) {
            JsonReader reader(object, QStringLiteral("thing"));
            QCOMPARE(reader.optionalText(kField), QString());
            QCOMPARE(reader.optionalTexts(kField), QStringList());
            QCOMPARE(reader.optionalInteger(kField, 1, 9, 4), 4);
            QCOMPARE(reader.optionalBoolean(kField, true), true);
            QVERIFY(!reader.optionalInstant(kField));
            QVERIFY(!reader.optionalDay(kField).isValid());
            QVERIFY(!reader.optionalObject(kField));
            QVERIFY(reader.optionalObjects(kField).empty());
            QVERIFY(!reader.error());
        }
        const QJsonValue strange = 7.5;
        const std::vector<std::function<void(JsonReader &)>> questions{
            [](JsonReader &reader) { (void)reader.optionalText(kField); },
            [](JsonReader &reader) { (void)reader.optionalTexts(kField); },
            [](JsonReader &reader) { (void)reader.optionalInteger(kField, 1, 9, 4); },
            [](JsonReader &reader) { (void)reader.optionalBoolean(kField, true); },
            [](JsonReader &reader) { (void)reader.optionalInstant(kField); },
            [](JsonReader &reader) { (void)reader.optionalDay(kField); },
            [](JsonReader &reader) { (void)reader.optionalObject(kField); },
            [](JsonReader &reader) { (void)reader.optionalObjects(kField); },
        };
        for (const auto &ask : questions) {
            JsonReader reader = reading(strange);
            ask(reader);
            QVERIFY(reader.error().has_value());
        }
    }

    void theFirstFaultIsTheOneTold()
    {
        JsonReader reader({ { QStringLiteral("b"), 5 } }, QStringLiteral("thing"));
        (void)reader.text(QLatin1String("a"));
        (void)reader.text(QLatin1String("b"));
        reader.fail(QLatin1String("c"), "later");
        QCOMPARE(detail(reader), QStringLiteral("thing.a: missing"));
        QCOMPARE(reader.error()->kind, Error::Kind::Invalid);
        QCOMPARE(reader.error()->code, QStringLiteral("wire.malformed"));
    }

    void aNestedFaultIsToldWithItsWholePath()
    {
        JsonReader inner({}, QStringLiteral("inner"));
        (void)inner.text(kField);
        JsonReader outer({}, QStringLiteral("outer"));
        outer.fail(*inner.error());
        QCOMPARE(detail(outer), QStringLiteral("outer.inner.field: missing"));
        JsonReader renaming({}, QStringLiteral("outer"));
        renaming.fail(QStringLiteral("place"), *inner.error());
        QCOMPARE(detail(renaming), QStringLiteral("outer.place.field: missing"));
    }

    void theSameValueIsTheSameBytes()
    {
        const auto bytes = [](const QByteArray &json) {
            return wire::toBytes(*wire::parseObject(json, QStringLiteral("thing")));
        };
        QCOMPARE(bytes(R"({"b": [1, "ن"], "a": null})"), QByteArray(R"({"a":null,"b":[1,"ن"]})"));
        QCOMPARE(bytes(R"( {"a":null,   "b":[1.0,"\u0646"]})"), bytes(R"({"b": [1, "ن"], "a": null})"));
    }

    // Qt drops this character at the start of a text that it reads unescaped.
    void aNoBreakSpaceOfNoWidthIsKeptAtTheStartOfAText()
    {
        const QJsonObject object{ { kField, QStringLiteral("\uFEFFنص\uFEFF") } };
        QCOMPARE(wire::toBytes(object), QByteArray("{\"field\":\"\\ufeffنص\\ufeff\"}"));
        QVERIFY(*wire::parseObject(wire::toBytes(object), QStringLiteral("thing")) == object);
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
