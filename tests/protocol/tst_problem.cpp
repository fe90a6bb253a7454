// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/problem.h"

#include "models/protocol/jsonreader.h"

#include "tests/support/property.h"
#include "tests/support/shown.h"

using namespace tawasul;
using Kind = Error::Kind;

namespace {

const QString kCode = QStringLiteral("act.illegal");
const QString kDetail = QStringLiteral("not in this status");

QJsonObject written(const Error &error)
{
    return *wire::parseObject(wire::problemJson(error), QStringLiteral("problem"));
}

} // namespace

class ProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsTravelAsProblems_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("arrives"); // the kind at the other end
        QTest::addColumn<bool>("detailTold");
        const auto row = [](const char *name, Kind kind, int status, Kind arrives, bool told) {
            QTest::newRow(name) << int(kind) << status << int(arrives) << told;
        };
        row("invalid", Kind::Invalid, 422, Kind::Invalid, true);
        row("not found", Kind::NotFound, 404, Kind::NotFound, true);
        row("unauthenticated", Kind::Unauthenticated, 401, Kind::Unauthenticated, true);
        row("forbidden", Kind::Forbidden, 403, Kind::Forbidden, true);
        row("conflict", Kind::Conflict, 409, Kind::Conflict, true);
        row("stale", Kind::Stale, 412, Kind::Stale, true);
        row("busy", Kind::Busy, 503, Kind::Busy, true);
        // What is wrong inside the centre is none of the caller's business, and to the caller all the same.
        row("server", Kind::Server, 500, Kind::Server, false);
        row("storage", Kind::Storage, 500, Kind::Server, false);
        row("corrupt", Kind::Corrupt, 500, Kind::Server, false);
        row("offline", Kind::Offline, 500, Kind::Server, false);
        row("too new", Kind::TooNew, 500, Kind::Server, false);
        row("cancelled", Kind::Cancelled, 500, Kind::Server, false);
        row("full", Kind::Full, 507, Kind::Server, false); // the centre's disk is full, not the reader's
    }

    void errorsTravelAsProblems()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        QFETCH(int, arrives);
        QFETCH(bool, detailTold);
        const Error error{ Kind(kind), kCode, kDetail };
        QCOMPARE(wire::httpStatus(Kind(kind)), status);
        const QJsonObject object = written(error);
        QCOMPARE(object.value(QStringLiteral("status")).toInt(), status);
        QCOMPARE(object.value(QStringLiteral("type")).toString(), QStringLiteral("about:blank"));
        QCOMPARE(object.value(QStringLiteral("code")).toString(), kCode);
        QVERIFY(!object.value(QStringLiteral("title")).toString().isEmpty());
        QCOMPARE(object.contains(QStringLiteral("detail")), detailTold);
        const Error read = wire::errorFromProblem(status, wire::problemJson(error));
        QVERIFY(read == (Error{ Kind(arrives), kCode, detailTold ? kDetail : QString() }));
    }

    void statusesOfOthers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, Kind kind) {
            QTest::newRow(qPrintable(QString::number(status))) << status << int(kind);
        };
        row(400, Kind::Invalid);
        row(405, Kind::Invalid);
        row(413, Kind::Invalid);
        row(415, Kind::Invalid);
        row(428, Kind::Invalid);
        row(407, Kind::Offline); // a proxy speaks; an act must not be taken for refused
        row(410, Kind::NotFound);
        row(408, Kind::Busy);
        row(425, Kind::Busy);
        row(429, Kind::Busy);
        row(500, Kind::Server);
        row(502, Kind::Server);
        row(504, Kind::Server);
        row(599, Kind::Server);
        row(302, Kind::Server);
        row(200, Kind::Server);
        row(0, Kind::Server);
        row(-1, Kind::Server);
    }

    void statusesOfOthers()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        QCOMPARE(int(wire::errorKind(status)), kind);
        QCOMPARE(wire::errorFromProblem(status, {}).code,
                 QString(QStringLiteral("http.") % QString::number(status)));
    }

    void aBodyThatIsNoProblemOfOursIsOnlyAStatus_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        row("nothing", "");
        row("HTML", "<html><body>Bad Gateway</body></html>");
        row("a list", "[]");
        row("null", "null");
        row("cut off", "{\"code\": \"act.il");
        row("no UTF-8", "{\"code\": \"\xff\"}");
        row("no code", R"({"status": 409, "detail": "secret"})");
        row("an empty code", R"({"code": ""})");
        row("a code that is a number", R"({"code": 5})");
        row("a code that is an object", R"({"code": {"a": 1}})");
        row("a detail that is a list", R"({"code": "act.illegal", "detail": []})");
        row("a code in Arabic", R"({"code": "خطأ"})");
        row("a code with a line end", R"({"code": "act.illegal\nadmin"})");
        row("a code with an override", "{\"code\": \"act.\u202Eillegal\"}");
        row("a code with markup", R"({"code": "<b>act</b>"})");
        row("a code with capitals", R"({"code": "Act.Illegal"})");
        row("an endless code", "{\"code\": \"" + QByteArray(100'000, 'a') + "\"}");
        row("very deep", "{\"code\":" + QByteArray(100'000, '['));
    }

    void aBodyThatIsNoProblemOfOursIsOnlyAStatus()
    {
        QFETCH(QByteArray, body);
        QVERIFY(wire::errorFromProblem(409, body)
                == (Error{ Kind::Conflict, QStringLiteral("http.409"), {} }));
    }

    void theStatusOfTheAnswerCountsNotThatOfTheBody()
    {
        const Error error = wire::errorFromProblem(403, R"({"status": 200, "code": "act.forbidden"})");
        QVERIFY(error == (Error{ Kind::Forbidden, QStringLiteral("act.forbidden"), {} }));
    }

    void aDetailIsOneLineOfBoundedLength()
    {
        const QByteArray body =
            "{\"code\": \"act.illegal\", \"detail\": \" one\\n\\ttwo " + QByteArray(5'000, 'x') + "\"}";
        const QString detail = wire::errorFromProblem(409, body).detail;
        QCOMPARE(detail.size(), 500);
        QVERIFY(detail.startsWith(QStringLiteral("one two xx")));
    }

    void anyBytesAreOnlyAnError()
    {
        TAWASUL_HOLDS(9457, 500, [] {
            const auto bytes = *rc::gen::arbitrary<std::string>();
            const int status = *rc::gen::inRange(-1, 700);
            const Error error = wire::errorFromProblem(status, QByteArray::fromStdString(bytes));
            RC_ASSERT(error.code == QString(QStringLiteral("http.") % QString::number(status)));
            RC_ASSERT(error.detail.isEmpty());
        });
    }
};

QTEST_GUILESS_MAIN(ProblemTest)
#include "tst_problem.moc"
