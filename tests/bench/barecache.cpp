// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barecache.h"

#include "models/arabic/fold.h"

#include <QtCore/QFile>

#include <array>
#include <simdjson.h>
#include <sqlite3.h>

namespace tawasul {

namespace {

constexpr const char *kWrite =
    "INSERT INTO case_row (id, number, version, status, section, sub_service, updated_at, flags,"
    " service_day, statutory_day, service_at, statutory_rule, statutory_at, assignee_id, assignee_name,"
    " beneficiary_name, subject_name, subject_identifier, round, search_hash, body, deadline_ms)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 1, 0, ?18,"
    " unixepoch(?10) * 1000)"
    " ON CONFLICT (id) DO UPDATE SET number = excluded.number, version = excluded.version,"
    " status = excluded.status, section = excluded.section, sub_service = excluded.sub_service,"
    " updated_at = excluded.updated_at, flags = excluded.flags, service_day = excluded.service_day,"
    " statutory_day = excluded.statutory_day, service_at = excluded.service_at,"
    " statutory_rule = excluded.statutory_rule, statutory_at = excluded.statutory_at,"
    " assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name,"
    " beneficiary_name = excluded.beneficiary_name, subject_name = excluded.subject_name,"
    " subject_identifier = excluded.subject_identifier, round = excluded.round,"
    " search_hash = excluded.search_hash, body = excluded.body, deadline_ms = excluded.deadline_ms"
    " WHERE excluded.version >= version RETURNING rid";

QByteArray folded(std::string_view text)
{
    return foldForSearch(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toUtf8();
}

} // namespace

struct BareCache::Body
{
    explicit Body(const QString &file)
    {
        if (sqlite3_open(file.toUtf8().constData(), &database) != SQLITE_OK)
            qFatal("bench: no file");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = NORMAL");
        run("PRAGMA cache_size = 16384");
        run("PRAGMA wal_autocheckpoint = 16384");
        run("PRAGMA foreign_keys = ON");
    }
    ~Body()
    {
        for (sqlite3_stmt *statement : {put, dropAttachments, addAttachment, putText})
            sqlite3_finalize(statement);
        sqlite3_close(database);
    }

    void run(const char *sql)
    {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", sql, sqlite3_errmsg(database));
    }
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", sql, sqlite3_errmsg(database));
        return statement;
    }
    static void bind(sqlite3_stmt *statement, int position, std::string_view text)
    {
        sqlite3_bind_text(statement, position, text.data() ? text.data() : "", static_cast<int>(text.size()),
                          SQLITE_STATIC);
    }
    void step(sqlite3_stmt *statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("bench: %s", sqlite3_errmsg(database));
        sqlite3_reset(statement);
    }

    void prepareAll()
    {
        put = prepare(kWrite);
        dropAttachments = prepare("DELETE FROM case_attachment WHERE rid = ?1");
        addAttachment = prepare("INSERT OR IGNORE INTO case_attachment (rid, sha256) VALUES (?1, ?2)");
        putText = prepare("INSERT INTO search (rid, head, body) VALUES (?1, ?2, ?3)");
    }

    void write(const CaseRow &row, bool withTexts)
    {
        const std::array<std::pair<int, std::string_view>, 16> texts{{{1, row.id},
                                                                      {2, row.number},
                                                                      {4, row.status},
                                                                      {5, row.section},
                                                                      {6, row.subService},
                                                                      {7, row.updatedAt},
                                                                      {8, row.serviceDay},
                                                                      {9, row.statutoryDay},
                                                                      {10, row.serviceAt},
                                                                      {11, row.statutoryRule},
                                                                      {12, row.statutoryAt},
                                                                      {13, row.assigneeId},
                                                                      {14, row.assigneeName},
                                                                      {15, row.beneficiaryName},
                                                                      {16, row.subjectName},
                                                                      {17, row.subjectIdentifier}}};
        for (const auto &[position, text] : texts)
            bind(put, position, text);
        sqlite3_bind_int64(put, 3, row.version);
        sqlite3_bind_blob(put, 18, row.body.data(), static_cast<int>(row.body.size()), SQLITE_STATIC);
        if (sqlite3_step(put) != SQLITE_ROW)
            qFatal("bench: %s", sqlite3_errmsg(database));
        const sqlite3_int64 rid = sqlite3_column_int64(put, 0);
        step(put);
        if (!withTexts) {
            sqlite3_bind_int64(dropAttachments, 1, rid);
            step(dropAttachments);
        }
        for (const std::string_view hash : row.attachmentHashes) {
            sqlite3_bind_int64(addAttachment, 1, rid);
            bind(addAttachment, 2, hash);
            step(addAttachment);
        }
        if (withTexts)
            writeText(rid, row);
    }

    void writeText(sqlite3_int64 rid, const CaseRow &row)
    {
        std::string head;
        for (const std::string_view part : {row.number, row.beneficiaryName, row.beneficiaryIdentifier,
                                            row.subjectName, row.subjectLatinName, row.subjectIdentifier})
            head.append(part).append(1, '\n');
        const QByteArray foldedHead = folded(head);
        const QByteArray foldedBody = folded(row.description);
        sqlite3_bind_int64(putText, 1, rid);
        bind(putText, 2, {foldedHead.constData(), static_cast<std::size_t>(foldedHead.size())});
        bind(putText, 3, {foldedBody.constData(), static_cast<std::size_t>(foldedBody.size())});
        step(putText);
    }

    sqlite3 *database = nullptr;
    sqlite3_stmt *put = nullptr;
    sqlite3_stmt *dropAttachments = nullptr;
    sqlite3_stmt *addAttachment = nullptr;
    sqlite3_stmt *putText = nullptr;
};

BareCache::BareCache(const QString &file)
{
    const bool isNew = !QFile::exists(file);
    m_body = std::make_unique<Body>(file);
    if (isNew) {
        QFile schema(QStringLiteral(":/schema/cache/001_initial.sql"));
        if (!schema.open(QIODevice::ReadOnly))
            qFatal("bench: no schema");
        m_body->run(schema.readAll().constData());
        m_body->run("DROP INDEX case_list");
        m_body->run("DROP INDEX case_closed");
    }
    m_body->prepareAll();
}

BareCache::~BareCache() = default;

void BareCache::write(const std::vector<CaseRow> &rows, bool withTexts)
{
    m_body->run("BEGIN IMMEDIATE");
    for (const CaseRow &row : rows)
        m_body->write(row, withTexts);
    m_body->run("COMMIT");
}

void BareCache::finish()
{
    m_body->run("BEGIN IMMEDIATE");
    m_body->run("CREATE INDEX case_list ON case_row (deadline_ms, status, section, flags)");
    m_body->run(
        "CREATE INDEX case_closed ON case_row (updated_at) WHERE status IN ('completed', 'rejected')");
    m_body->run("INSERT INTO words (words) VALUES ('rebuild')");
    m_body->run("INSERT INTO fragments (fragments) VALUES ('rebuild')");
    m_body->run("COMMIT");
    m_body->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

qint64 BareCache::rows()
{
    sqlite3_stmt *count = m_body->prepare("SELECT count(*) FROM case_row");
    sqlite3_step(count);
    const qint64 rows = sqlite3_column_int64(count, 0);
    sqlite3_finalize(count);
    return rows;
}

namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

std::string_view text(const dom::object &object, std::string_view name)
{
    std::string_view value;
    return object.at_key(name).get(value) ? std::string_view() : value;
}

std::string_view text(const dom::object &object, std::string_view part, std::string_view name)
{
    dom::object inner;
    return object.at_key(part).get(inner) ? std::string_view() : text(inner, name);
}

CaseRow rowOf(const dom::object &found, std::string_view body)
{
    CaseRow row;
    row.id = text(found, "id");
    row.number = text(found, "number");
    std::int64_t version = 0;
    if (!found.at_key("version").get(version))
        row.version = version;
    row.status = text(found, "status");
    row.section = text(found, "section");
    row.subService = text(found, "sub_service");
    row.updatedAt = text(found, "updated_at");
    row.description = text(found, "description");
    row.serviceDay = text(found, "service_deadline", "day");
    row.serviceAt = text(found, "service_deadline", "at");
    row.statutoryDay = text(found, "statutory_deadline", "day");
    row.statutoryAt = text(found, "statutory_deadline", "at");
    row.statutoryRule = text(found, "statutory_deadline", "rule");
    row.assigneeId = text(found, "assignee", "id");
    row.assigneeName = text(found, "assignee", "name");
    row.beneficiaryName = text(found, "beneficiary", "name");
    row.beneficiaryIdentifier = text(found, "beneficiary", "identifier");
    row.subjectName = text(found, "subject", "name");
    row.subjectLatinName = text(found, "subject", "latin_name");
    row.subjectIdentifier = text(found, "subject", "identifier");
    dom::array attachments;
    if (!found.at_key("attachments").get(attachments)) {
        for (const dom::element each : attachments) {
            std::string_view hash;
            if (!each["sha256"].get(hash))
                row.attachmentHashes.push_back(hash);
        }
    }
    row.body = body;
    return row;
}

// Where the text of each case stands, in the order of the lines.
std::vector<std::string_view> bodiesOf(const std::string &json, std::size_t length)
{
    std::vector<std::string_view> bodies;
    ondemand::parser parser;
    auto document = parser.iterate(json.data(), length, json.size());
    for (auto line : document["changes"].get_array()) {
        ondemand::object found;
        std::string_view body;
        if (!line["case"].get_object().get(found) && !found.raw_json().get(body))
            bodies.push_back(body);
    }
    return bodies;
}

} // namespace

BarePage readBarePage(const std::string &json, std::size_t length)
{
    // The views of its strings live in the document, which the next page may take over.
    thread_local dom::parser parser;
    BarePage page;
    const std::vector<std::string_view> bodies = bodiesOf(json, length);
    dom::element root = parser.parse(json.data(), length, false);
    page.cursor = std::string(root["next_cursor"].get_string().value());
    page.more = root["more"].get_bool().value();
    std::size_t index = 0;
    for (const dom::element line : root["changes"].get_array()) {
        dom::object found;
        if (!line["case"].get(found) && index < bodies.size())
            page.rows.push_back(rowOf(found, bodies[index++]));
    }
    return page;
}

} // namespace tawasul
