// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/searchindex.h"

#include "models/arabic/fold.h"
#include "models/sql/query.h"
#include "models/store/statementset.h"

#include <sodium.h>

#include <array>
#include <string>

namespace tawasul {

namespace {

/// What an officer looks a case up by; parts are kept apart by a line end, which is in no word.
std::string headOf(const CaseRow &row)
{
    std::string head;
    for (const std::string_view part : {row.number, row.beneficiaryName, row.beneficiaryIdentifier,
                                        row.subjectName, row.subjectLatinName, row.subjectIdentifier}) {
        head += part;
        head += '\n';
    }
    return head;
}

/// Folded as questions are. A NUL would end the text for half of SQLite.
QByteArray folded(std::string_view text)
{
    QString original = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    original.replace(QChar::Null, u' ');
    return foldForSearch(original).toUtf8();
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

enum class Sql { Read, Write, Drop, AddWords, DropWords, AddFragments, DropFragments };

struct Text
{
    QByteArray head;
    QByteArray body;
};

} // namespace

struct SearchIndex::Body
{
    explicit Body(Database &database)
        : sql(database,
              {"SELECT head, body FROM search WHERE rid = ?1",
               "INSERT INTO search (rid, head, body) VALUES (?1, ?2, ?3)"
               " ON CONFLICT (rid) DO UPDATE SET head = excluded.head, body = excluded.body",
               "DELETE FROM search WHERE rid = ?1",
               "INSERT INTO words (rowid, head, body) VALUES (?1, ?2, ?3)",
               "INSERT INTO words (words, rowid, head, body) VALUES ('delete', ?1, ?2, ?3)",
               "INSERT INTO fragments (rowid, head) VALUES (?1, ?2)",
               "INSERT INTO fragments (fragments, rowid, head) VALUES ('delete', ?1, ?2)"})
    {
    }

    Result<std::optional<Text>> textOf(qint64 rid)
    {
        Statement &read = sql[Sql::Read];
        read.bindInt64(1, rid);
        const Result<bool> found = read.step();
        if (!found)
            return found.error();
        std::optional<Text> text;
        if (*found) {
            const auto copy = [](std::string_view view) {
                return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
            };
            text = Text{copy(read.text(0)), copy(read.text(1))};
        }
        if (const Outcome reset = read.reset(); !reset)
            return reset.error();
        return text;
    }

    Outcome change(Sql wordsName, Sql fragmentsName, qint64 rid, const Text &text)
    {
        Statement &words = sql[wordsName];
        Statement &fragments = sql[fragmentsName];
        words.bindInt64(1, rid);
        words.bindText(2, viewOf(text.head));
        words.bindText(3, viewOf(text.body));
        if (Outcome run = words.run(); !run)
            return run;
        fragments.bindInt64(1, rid);
        fragments.bindText(2, viewOf(text.head));
        return fragments.run();
    }

    /// An index over external content forgets a row only when it is told the very text that it indexed.
    Outcome forget(qint64 rid)
    {
        if (late)
            return Done{};
        const Result<std::optional<Text>> old = textOf(rid);
        if (!old)
            return old.error();
        return *old ? change(Sql::DropWords, Sql::DropFragments, rid, **old) : Outcome(Done{});
    }

    StatementSet<Sql> sql;
    bool late = false;
    qint64 written = 0;
};

SearchIndex::SearchIndex(Database &database)
    : m_body(std::make_unique<Body>(database))
{
}

SearchIndex::SearchIndex(SearchIndex &&) noexcept = default;
SearchIndex &SearchIndex::operator=(SearchIndex &&) noexcept = default;
SearchIndex::~SearchIndex() = default;

qint64 SearchIndex::hashOf(const CaseRow &row)
{
    static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> kKey{}; // no secret: it only tells
    std::string text = headOf(row);
    text += row.description;
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    static_assert(sizeof(hash) == sizeof(qint64));
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char *>(text.data()), text.size(),
                     kKey.data());
    qint64 number = 0;
    std::copy(hash.begin(), hash.end(), reinterpret_cast<unsigned char *>(&number));
    return number;
}

Outcome SearchIndex::put(qint64 rid, const CaseRow &row)
{
    if (Outcome forgotten = m_body->forget(rid); !forgotten)
        return forgotten;
    const Text text{folded(headOf(row)), folded(row.description)};
    Statement &write = m_body->sql[Sql::Write];
    write.bindInt64(1, rid);
    write.bindText(2, viewOf(text.head));
    write.bindText(3, viewOf(text.body));
    if (Outcome run = write.run(); !run)
        return run;
    ++m_body->written;
    return m_body->late ? Outcome(Done{}) : m_body->change(Sql::AddWords, Sql::AddFragments, rid, text);
}

Outcome SearchIndex::remove(qint64 rid)
{
    if (Outcome forgotten = m_body->forget(rid); !forgotten)
        return forgotten;
    Statement &drop = m_body->sql[Sql::Drop];
    drop.bindInt64(1, rid);
    return drop.run();
}

bool SearchIndex::isLate() const
{
    return m_body->late;
}

void SearchIndex::setLate(bool late)
{
    m_body->late = late;
}

Outcome SearchIndex::rebuild(Database &database)
{
    for (const QString &sql : {QStringLiteral("INSERT INTO words (words) VALUES ('rebuild')"),
                               QStringLiteral("INSERT INTO fragments (fragments) VALUES ('rebuild')")}) {
        if (Outcome run = runStatement(database, sql); !run)
            return run;
    }
    m_body->late = false;
    return Done{};
}

qint64 SearchIndex::written() const
{
    return m_body->written;
}

} // namespace tawasul
