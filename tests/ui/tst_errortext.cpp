// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include "ui/documents/documentstate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/language.h"

using namespace tawasul;

namespace {

bool holdsArabic(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Arabic; });
}

bool holdsLatin(QString text)
{
    text.remove(QStringLiteral("PDF")); // a name that everybody knows in these letters
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Latin; });
}

constexpr std::array kElsewhere{Trouble::Draft, Trouble::Screens, Trouble::SignIn, Trouble::Print};

constexpr std::array kKinds{Error::Kind::Invalid,   Error::Kind::NotFound, Error::Kind::Unauthenticated,
                            Error::Kind::Forbidden, Error::Kind::Conflict, Error::Kind::Stale,
                            Error::Kind::Offline,   Error::Kind::Busy,     Error::Kind::Server,
                            Error::Kind::Storage,   Error::Kind::Full,     Error::Kind::Corrupt,
                            Error::Kind::TooNew,    Error::Kind::Cancelled};

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeAndKindSpeaksBothLanguages()
    {
        Catalogues words(*qApp);
        QList<Error> errors;
        for (const QString &code : knownErrorCodes())
            errors.append({Error::Kind::Invalid, code, {}});
        for (const Error::Kind kind : kKinds)
            errors.append({kind, {}, {}});
        for (const Error &error : std::as_const(errors)) {
            words.use(Language::English);
            const QString english = errorWords(error);
            words.use(Language::Arabic);
            const QString arabic = errorWords(error);
            QVERIFY2(holdsLatin(english) && !holdsArabic(english), qPrintable(error.code));
            QVERIFY2(holdsArabic(arabic) && !holdsLatin(arabic), qPrintable(error.code + arabic));
            // What happened, what was kept, what to do: never less than two sentences.
            QVERIFY2(arabic.count(u'.') >= 2, qPrintable(arabic));
            QVERIFY2(english.count(u'.') >= 2, qPrintable(english));
        }
    }

    void awayFromAnActNothingIsSaidOfOne_data()
    {
        QTest::addColumn<Error>("error");
        for (const char *code : {"sql.readonly", "sql.full", "sql.busy", "sql.io", "sql.corrupt",
                                 "sql.too_new", "sql.open", "sql.rolled_back", "profile.read_only"})
            QTest::newRow(code) << Error{Error::Kind::Storage, QString::fromLatin1(code), {}};
        for (const Error::Kind kind : kKinds)
            QTest::addRow("kind %d", static_cast<int>(kind)) << Error{kind, {}, {}};
    }
    void awayFromAnActNothingIsSaidOfOne()
    {
        QFETCH(Error, error);
        Catalogues words(*qApp);
        for (const Trouble what : kElsewhere) {
            words.use(Language::English);
            const QString english = errorWords(error, what);
            QVERIFY2(!english.contains(QStringLiteral("recorded. The text")), qPrintable(english));
            QVERIFY2(!english.contains(QStringLiteral("act was not recorded")), qPrintable(english));
            QVERIFY2(!english.contains(QStringLiteral("nothing was recorded")), qPrintable(english));
            QVERIFY2(!holdsArabic(english) && english.count(u'.') >= 2, qPrintable(english));
            words.use(Language::Arabic);
            const QString arabic = errorWords(error, what);
            QVERIFY2(holdsArabic(arabic) && !holdsLatin(arabic), qPrintable(arabic));
            QVERIFY2(!arabic.contains(QStringLiteral("لم يُسجَّل")), qPrintable(arabic));
            QVERIFY2(arabic.count(u'.') >= 2, qPrintable(arabic));
        }
    }

    void aPageThatIsNotPrintedIsNamed()
    {
        Catalogues words(*qApp);
        const Error error{Error::Kind::Busy, QStringLiteral("preview.timeout"), {}};
        words.use(Language::English);
        const QString english = pageErrorSentence(QStringLiteral("7"), error);
        for (const char *part : {"Page", "7", "Nothing was printed", "kept", "try again", "preview.timeout"})
            QVERIFY2(english.contains(QString::fromLatin1(part)), qPrintable(english));
        words.use(Language::Arabic);
        const QString arabic = pageErrorSentence(QStringLiteral("٧"), error);
        for (const char16_t *part : {u"٧", u"لم يُطبع شيء", u"محفوظ", u"preview.timeout"})
            QVERIFY2(arabic.contains(QString::fromUtf16(part)), qPrintable(arabic));
        QVERIFY(!arabic.contains(QStringLiteral("Page")));
    }

    void whatWasKeptFollowsWhatWasUnderWay()
    {
        const Error full{Error::Kind::Full, QStringLiteral("sql.full"), {}};
        QSet<QString> said{errorWords(full)};
        for (const Trouble what : kElsewhere) {
            QVERIFY(!said.contains(errorWords(full, what)));
            said.insert(errorWords(full, what));
        }
        QVERIFY(errorSentence(full, Trouble::Draft).contains(QStringLiteral("sql.full")));
        // What is told of the account itself is told alike everywhere.
        const Error inUse{Error::Kind::Conflict, QStringLiteral("profile.in_use"), {}};
        QCOMPARE(errorWords(inUse, Trouble::SignIn), errorWords(inUse));
    }

    void aCaseThatLeftSaysThatItsDraftIsKept()
    {
        Catalogues words(*qApp);
        words.use(Language::Arabic);
        QVERIFY(errorWords({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}})
                    .contains(QStringLiteral("المسودة")));
    }

    void everyFailedPreviewSpeaksBothLanguages()
    {
        Catalogues words(*qApp);
        QStringList codes = knownPreviewCodes();
        codes.append(QStringLiteral("preview.of_next_year"));
        for (const QString &code : std::as_const(codes)) {
            const Error error{Error::Kind::Corrupt, code, {}};
            words.use(Language::English);
            QVERIFY(!holdsArabic(failureWords(error).title + failureWords(error).sentence));
            words.use(Language::Arabic);
            const FailureWords said = failureWords(error);
            QVERIFY2(holdsArabic(said.title) && holdsArabic(said.sentence), qPrintable(code));
            QVERIFY2(!holdsLatin(said.title), qPrintable(code));
            // Of a page nothing is said that would be of the whole file.
            const FailureWords ofPage = pageFailureWords(error);
            QVERIFY2(ofPage.title.contains(u"صفحة"), qPrintable(code));
            QVERIFY2(!ofPage.title.contains(u"الملف"), qPrintable(code));
            QVERIFY2(!holdsLatin(ofPage.title + ofPage.sentence), qPrintable(code));
        }
    }

    void whatStopsRecordingHasWordsOfItsOwn_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code :
             {"act.stale", "act.forbidden", "act.illegal", "act.invalid.reply_says_done", "sql.full",
              "sql.readonly", "sql.io", "sql.corrupt", "profile.read_only", "case.unknown"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void whatStopsRecordingHasWordsOfItsOwn()
    {
        QFETCH(QString, code);
        for (const Error::Kind kind : kKinds)
            QVERIFY(errorWords({kind, code, {}}) != errorWords({kind, {}, {}}));
    }

    // Every code that an order or a leave is refused with, as domain and centre give it.
    void everyCodeOfASupervisorHasWordsOfItsOwn_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"assignment.invalid.id",
                                 "assignment.invalid.text",
                                 "assignment.invalid.way",
                                 "assignment.invalid.empty",
                                 "assignment.invalid.duplicate",
                                 "assignment.invalid.days",
                                 "assignment.too_many",
                                 "assignment.nothing_matched",
                                 "assignment.undo_expired",
                                 "assignment.unknown",
                                 "assignment.id_reused",
                                 "assignment.forbidden",
                                 "supervision.forbidden",
                                 "order.state",
                                 "leave.invalid.id",
                                 "leave.invalid.kind",
                                 "leave.invalid.officer_unknown",
                                 "leave.invalid.days",
                                 "leave.invalid.order",
                                 "leave.invalid.past",
                                 "leave.invalid.not_begun",
                                 "leave.invalid.begun",
                                 "leave.invalid.substitute_missing",
                                 "leave.invalid.substitute_self",
                                 "leave.invalid.substitute_unknown",
                                 "leave.invalid.substitute_not_permitted",
                                 "leave.invalid.substitute_absent",
                                 "leave.overlap",
                                 "leave.forbidden",
                                 "leave.unknown",
                                 "leave.stale",
                                 "leave.over",
                                 "board.question",
                                 "store.unreadable",
                                 "centre.epoch_changed"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void everyCodeOfASupervisorHasWordsOfItsOwn()
    {
        QFETCH(QString, code);
        Catalogues words(*qApp);
        for (const Language language : {Language::Arabic, Language::English}) {
            words.use(language);
            for (const Error::Kind kind : kKinds)
                QVERIFY(errorWords({kind, code, {}}) != errorWords({kind, {}, {}}));
        }
    }

    void aFamilyOfCodesSharesItsSentence()
    {
        const QString family =
            errorWords({Error::Kind::Invalid, QStringLiteral("act.invalid.reply_empty"), {}});
        QCOMPARE(family, errorWords({Error::Kind::Invalid, QStringLiteral("act.invalid."), {}}));
        QVERIFY(family
                != errorWords({Error::Kind::Invalid, QStringLiteral("act.invalid.execution_in_future"), {}}));
    }

    void theCodeIsQuotedAndKeptInOrder()
    {
        const QString said = errorSentence({Error::Kind::Full, QStringLiteral("sql.full"), {}});
        QVERIFY(said.contains(QStringLiteral("\u2066sql.full\u2069")));
        QVERIFY(!errorSentence({Error::Kind::Full, {}, QStringLiteral("detail for engineers")})
                     .contains(QStringLiteral("detail")));
    }
};

QTEST_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
