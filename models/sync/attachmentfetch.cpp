// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/attachmentfetch.h"

#include "models/sync/answers.h"
#include "models/sync/synclog.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t kCasesAhead = 500; // more than an officer has
constexpr qint64 kLargestAhead = 16LL * 1024 * 1024;
constexpr qint64 kMostAhead = 4LL * 1024 * 1024 * 1024; // fetched ahead of need, in all
constexpr qint64 kLeftFree = 1024LL * 1024 * 1024;      // for what officers record, and for the machine
constexpr qint64 kMostBytes = 256LL * 1024 * 1024;
constexpr milliseconds kLookAgain{2'000};
constexpr milliseconds kUntilTheOfficeCloses{60'000}; // or until other reference data comes: looked at again
constexpr std::chrono::minutes kLongestDownload{60};

void forget(std::deque<QString> &list, const QString &sha256)
{
    list.erase(std::remove(list.begin(), list.end(), sha256), list.end());
}

// "bytes FIRST-LAST/SIZE"
QByteArray firstByteOf(const QByteArray &contentRange)
{
    return contentRange.startsWith("bytes ") ? contentRange.mid(6, contentRange.indexOf('-') - 6)
                                             : QByteArray();
}

qint64 sizeOf(const QByteArray &contentRange)
{
    bool isNumber = false;
    const qint64 size = contentRange.mid(contentRange.lastIndexOf('/') + 1).toLongLong(&isNumber);
    return isNumber ? size : -1;
}

} // namespace

AttachmentFetch::AttachmentFetch(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_alarm(room, [this] { next(); })
    , m_backoff(room.random())
{
}

void AttachmentFetch::want(const QString &sha256)
{
    if (m_room.store().attachments().pathOf(sha256))
        return arrived(sha256);
    m_givenUp.erase(sha256);
    forget(m_wanted, sha256);
    forget(m_ahead, sha256);
    if (m_current && m_current->sha256 == sha256) {
        m_current->isWanted = true;
        return;
    }
    m_wanted.push_front(sha256);
    m_backoff.succeeded();
    makeWay();
    next();
}

void AttachmentFetch::makeWay()
{
    if (m_current && !m_current->isWanted && m_current->call)
        m_session.stop(*m_current->call); // what came so far stays; it goes on later
}

void AttachmentFetch::goOn()
{
    if (m_waitsForLine)
        next();
}

void AttachmentFetch::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) == mayGo || !mayGo)
        return;
    m_backoff.succeeded();
    next();
}

void AttachmentFetch::stop()
{
    m_mayGo = false;
    m_alarm.silence();
    if (m_current && m_current->call)
        m_session.stop(*m_current->call);
}

void AttachmentFetch::next()
{
    if (m_current || !m_mayGo || !m_session.isOpen())
        return;
    m_alarm.silence();
    m_waitsForLine = false;
    if (m_wanted.empty())
        return nextAhead();
    if (!m_news.mayFetch())
        return waitForTheLine();
    const QString sha256 = m_wanted.front();
    m_wanted.pop_front();
    begin(sha256);
    m_current->isWanted = true;
}

void AttachmentFetch::nextAhead()
{
    if (m_ahead.empty())
        return;
    const std::optional<qint64> piece = m_pace.pieceSize(ceiling());
    if (!piece)
        return m_alarm.setTo(kUntilTheOfficeCloses);
    if (!m_news.mayPrefetch())
        return waitForTheLine();
    const milliseconds now = m_room.clock().monotonic();
    if (now < m_pace.notBefore())
        return m_alarm.setTo(m_pace.notBefore() - now);
    const QString sha256 = m_ahead.front();
    m_ahead.pop_front();
    begin(sha256, piece);
}

void AttachmentFetch::waitForTheLine()
{
    m_waitsForLine = true;
    m_alarm.setTo(kLookAgain);
}

std::optional<int> AttachmentFetch::ceiling() const
{
    return prefetchCeiling(m_room.store().reference().get(), m_room.clock().now());
}

void AttachmentFetch::begin(const QString &sha256, std::optional<qint64> most)
{
    m_current.emplace();
    m_current->sha256 = sha256;
    m_current->began = m_current->written = m_room.store().attachments().partSize(sha256);
    m_current->sentAt = m_room.clock().monotonic();
    TransportCall call;
    call.path = QStringLiteral("/attachments/") % sha256;
    call.mostBytes = kMostBytes;
    // As it is: a range counts the bytes of the file, not those of its compressed form.
    call.headers = {{QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity")}};
    if (m_current->written > 0 || most) {
        QByteArray range = QByteArrayLiteral("bytes=") + QByteArray::number(m_current->written) + '-';
        if (most)
            range += QByteArray::number(m_current->written + *most - 1);
        call.headers.append({QByteArrayLiteral("Range"), range});
        call.headers.append({QByteArrayLiteral("If-Range"), '"' + sha256.toLatin1() + '"'});
    }
    call.onHead = [this](const TransportReply &head) { return seeHead(head); };
    call.onPiece = [this](const QByteArray &piece) { return take(piece); };
    m_current->call = m_session.send(
        std::move(call), [this](const TransportReply &reply) { answered(reply); }, kLongestDownload);
}

bool AttachmentFetch::seeHead(const TransportReply &head)
{
    if (head.status != 206) {
        m_current->skip =
            m_current->written; // all of it: the same bytes again, since the name is the content
        return true;
    }
    const QByteArray range = head.header("Content-Range");
    m_current->size = sizeOf(range);
    if (firstByteOf(range) == QByteArray::number(m_current->written))
        return true;
    m_current->trouble =
        Error{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), QStringLiteral("another range")};
    return false;
}

bool AttachmentFetch::take(const QByteArray &piece)
{
    const qint64 skipped = std::min<qint64>(m_current->skip, piece.size());
    m_current->skip -= skipped;
    if (skipped == piece.size())
        return true;
    const QByteArray fresh = piece.mid(static_cast<qsizetype>(skipped));
    const Outcome written = m_room.store().attachments().append(m_current->sha256, m_current->written, fresh);
    if (!written) {
        m_current->trouble = written.error();
        return false;
    }
    m_current->written += fresh.size();
    return true;
}

void AttachmentFetch::answered(const TransportReply &reply)
{
    m_current->call.reset();
    const bool isAhead = !m_current->isWanted;
    if (isAhead && m_current->written > m_current->began)
        m_pace.came(m_current->written - m_current->began, m_current->sentAt, m_room.clock().monotonic(),
                    ceiling());
    if (m_current->trouble)
        return putOff(*m_current->trouble, {});
    const auto problem = problemOf(reply);
    if (!problem && m_current->written > m_current->began && m_current->written < m_current->size)
        return pieceCame();
    if (!problem || (reply.answered() && reply.status == 416)) // 416: the part is all there is
        return verify();
    if (problem->kind == Error::Kind::NotFound || problem->kind == Error::Kind::Forbidden
        || problem->kind == Error::Kind::Invalid || reply.failure == TransportReply::Failure::TooLarge)
        return giveUp(*problem);
    putOff(*problem, retryAfterOf(reply));
}

// One of several: whoever is first in line by now comes next.
void AttachmentFetch::pieceCame()
{
    const Download piece = *std::exchange(m_current, std::nullopt);
    m_backoff.succeeded();
    (piece.isWanted ? m_wanted : m_ahead).push_front(piece.sha256);
    next();
}

void AttachmentFetch::verify()
{
    m_current->check = m_room.store().attachments().check(m_current->sha256);
    checkOn();
}

// A slice a job: what is large takes seconds, and acts leave and are answered on this thread.
void AttachmentFetch::checkOn()
{
    const Result<bool> isWhole = m_current->check->goOn();
    if (isWhole && !*isWhole)
        return m_room.post([this] { checkOn(); });
    checked(isWhole ? Outcome(Done{}) : isWhole.error());
}

void AttachmentFetch::checked(const Outcome &whole)
{
    const QString sha256 = m_current->sha256;
    const bool isWanted = m_current->isWanted;
    if (whole) {
        m_backoff.succeeded();
        m_current.reset();
        arrived(sha256);
        return next();
    }
    if (whole.error().kind != Error::Kind::Corrupt)
        return putOff(whole.error(), {});
    qCWarning(lcSync) << "attachment" << sha256 << whole.error().code;
    if (!m_corrupt.insert(sha256).second)
        return giveUp(whole.error());
    m_current.reset();
    begin(sha256);
    m_current->isWanted = isWanted;
}

void AttachmentFetch::arrived(const QString &sha256)
{
    m_corrupt.erase(sha256);
    if (m_readiness.arrived(sha256))
        tellReadiness();
    Store &store = m_room.store();
    store.onGui([&store, sha256] { Q_EMIT store.notifier().attachmentArrived(sha256); });
}

void AttachmentFetch::giveUp(const Error &error)
{
    const Download done = *std::exchange(m_current, std::nullopt);
    m_corrupt.erase(done.sha256);
    m_givenUp.insert(done.sha256);
    if (done.isWanted)
        m_news.failed(done.sha256, error);
    next();
}

void AttachmentFetch::putOff(const Error &error, milliseconds atLeast)
{
    const Download cut = *std::exchange(m_current, std::nullopt);
    const bool isOurs = error.kind == Error::Kind::Cancelled
        || (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen());
    if (cut.isWanted) {
        m_wanted.push_back(cut.sha256);
        if (!isOurs)
            m_news.failed(cut.sha256, error);
    } else {
        m_ahead.push_front(cut.sha256);
    }
    if (isOurs)
        return next();
    m_alarm.setTo(std::max(m_backoff.failed(), atLeast));
}

void AttachmentFetch::survey()
{
    m_room.askCache<std::vector<qint64>>(
        [](Cache &cache) {
            std::vector<qint64> rows;
            const WorklistPtr worklist =
                cache.beginning(); // what is read: the rest is for the screens to ask for
            if (!worklist)
                return rows;
            for (const WorklistEntry &entry : worklist->entries) {
                if (rows.size() == kCasesAhead)
                    break;
                if (awaitsOfficer(entry.status))
                    rows.push_back(entry.row);
            }
            return rows;
        },
        [this](const std::vector<qint64> &rows) { surveyed(rows); });
}

// Most have all that they need: those are known by the names of their files, and not decoded.
bool AttachmentFetch::lacksSomething(CacheReader &reader, const AttachmentFiles &files, qint64 row)
{
    const auto names = reader.attachmentsOf(row);
    return !names || (*names && std::ranges::any_of(**names, [&files](const QString &sha256) {
        return !files.pathOf(sha256);
    }));
}

// On the reader's thread.
AttachmentFetch::Survey AttachmentFetch::surveyOf(const std::vector<qint64> &rows, CacheReader &reader,
                                                  const AttachmentFiles &files)
{
    Survey survey;
    std::optional<qint64> room;
    for (const qint64 row : rows) {
        const auto id = reader.idOf(row);
        if (!id || !*id)
            continue;
        if (!lacksSomething(reader, files, row)) {
            survey.lacking.emplace_back();
            continue;
        }
        const auto stored = reader.caseById(**id);
        if (!stored || !*stored)
            continue;
        if (!room)
            room = std::min(kMostAhead - files.storedBytes(),
                            files.freeBytes().value_or(kMostAhead) - kLeftFree);
        std::set<QString> &lacking = survey.lacking.emplace_back();
        for (const Attachment &attachment : (*stored)->truth.attachments) {
            if (files.pathOf(attachment.sha256) || !lacking.insert(attachment.sha256).second)
                continue;
            if (attachment.size > kLargestAhead || attachment.size > *room)
                continue;
            *room -= attachment.size;
            survey.ahead.push_back(attachment.sha256);
        }
    }
    return survey;
}

void AttachmentFetch::surveyed(const std::vector<qint64> &rows)
{
    m_room.askReader<Survey>([rows, files = &m_room.store().attachments()](
                                 CacheReader &reader) { return surveyOf(rows, reader, *files); },
                             [this](const Survey &survey) { plan(survey); });
}

void AttachmentFetch::plan(const Survey &survey)
{
    m_readiness.replace(survey.lacking);
    for (const std::set<QString> &lacking : survey.lacking) {
        for (const QString &sha256 : lacking) { // it may have come while the others were looked for
            if (m_room.store().attachments().pathOf(sha256))
                (void)m_readiness.arrived(sha256);
        }
    }
    tellReadiness();
    m_ahead.clear();
    std::set<QString> planned;
    for (const QString &sha256 : survey.ahead) {
        const bool isUnderWay = m_current && m_current->sha256 == sha256;
        if (!isUnderWay && m_givenUp.count(sha256) == 0 && planned.insert(sha256).second)
            m_ahead.push_back(sha256);
    }
    next();
}

void AttachmentFetch::tellReadiness()
{
    m_news.readiness(m_readiness.ready(), m_readiness.total());
}

} // namespace tawasul
