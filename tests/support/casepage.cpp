// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casepage.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"
#include "models/store/headerforms.h"
#include "tests/support/samplecase.h"

namespace tawasul {

std::string_view CasePage::keep(const QString &text)
{
    const QByteArray &bytes = m_bytes.emplace_back(text.toUtf8());
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

CasePage &CasePage::add(const Case &theCase)
{
    CaseRow row;
    row.id = keep(theCase.id.text());
    row.number = keep(theCase.number);
    row.version = theCase.version;
    row.status = keep(theCase.statusText.isEmpty() ? wire::word(theCase.status) : theCase.statusText);
    row.section = keep(theCase.section);
    row.subService = keep(theCase.subService);
    row.region = keep(theCase.region);
    row.submittedAt = keep(toIso(theCase.submittedAt));
    row.updatedAt = keep(toIso(theCase.updatedAt));
    row.serviceDay = keep(theCase.serviceDeadline.day.toString(Qt::ISODate));
    row.serviceAt = keep(toIso(theCase.serviceDeadline.at));
    if (const auto &statutory = theCase.statutoryDeadline) {
        row.statutoryDay = keep(statutory->day.toString(Qt::ISODate));
        row.statutoryAt = keep(toIso(statutory->at));
        row.statutoryRule = keep(statutory->rule);
    }
    if (theCase.assignee) {
        row.assigneeId = keep(theCase.assignee->id.text());
        row.assigneeName = keep(theCase.assignee->name);
    }
    row.beneficiaryName = keep(theCase.beneficiary.name);
    row.beneficiaryIdentifier = keep(theCase.beneficiary.identifier);
    row.subjectName = keep(theCase.subject.party.name);
    row.subjectLatinName = keep(theCase.subject.party.latinName);
    row.subjectIdentifier = keep(theCase.subject.party.identifier);
    row.description = keep(theCase.description);
    for (const Mark &mark : theCase.marks) {
        row.urgent = row.urgent || mark.kind == Mark::Kind::Urgent;
        row.humanitarian = row.humanitarian || mark.kind == Mark::Kind::Humanitarian;
    }
    row.hasOpenProposal = hasOpenProposal(theCase);
    for (const Attachment &attachment : theCase.attachments)
        row.attachmentHashes.push_back(keep(attachment.sha256));
    const QByteArray &body = m_bytes.emplace_back(wire::toBytes(wire::toJson(theCase)));
    row.body = {body.constData(), static_cast<std::size_t>(body.size())};
    m_page.changed.push_back(row);
    return *this;
}

CasePage &CasePage::add(const CaseHeader &header)
{
    HeaderRow row;
    row.id = keep(header.id.text());
    row.number = keep(header.number);
    row.version = header.version;
    row.status = keep(header.statusText.isEmpty() ? wire::word(header.status) : header.statusText);
    row.section = keep(header.section);
    row.subService = keep(header.subService);
    row.region = keep(header.region);
    row.submittedAt = keep(toIso(header.submittedAt));
    row.updatedAt = keep(toIso(header.updatedAt));
    row.serviceDay = keep(header.serviceDeadline.day.toString(Qt::ISODate));
    row.serviceAt = keep(toIso(header.serviceDeadline.at));
    if (const auto &statutory = header.statutoryDeadline) {
        row.statutoryDay = keep(statutory->day.toString(Qt::ISODate));
        row.statutoryAt = keep(toIso(statutory->at));
        row.statutoryRule = keep(statutory->rule);
    }
    if (header.assignee) {
        row.assigneeId = keep(header.assignee->id.text());
        row.assigneeName = keep(header.assignee->name);
    }
    row.marks = markBits(header.marks);
    row.openProposals = header.openProposals;
    if (header.resubmittedAt)
        row.resubmittedAt = keep(toIso(*header.resubmittedAt));
    if (header.closedAt)
        row.closedAt = keep(toIso(*header.closedAt));
    m_page.headers.push_back(row);
    return *this;
}

CasePage &CasePage::add(const OwnProposals &own)
{
    m_page.proposals.push_back(own);
    return *this;
}

CasePage &CasePage::remove(const CaseId &id)
{
    m_page.removed.push_back(keep(id.text()));
    return *this;
}

CasePage &CasePage::endAt(const QString &cursor, bool more)
{
    m_page.nextCursor = keep(cursor);
    m_page.more = more;
    return *this;
}

Case numberedCase(int n)
{
    Case value = sampleCase();
    value.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-%1").arg(n, 12, 16, QLatin1Char('0')));
    value.number = QStringLiteral("TW-26-%1").arg(n, 7, 10, QLatin1Char('0'));
    value.subject.party.identifier = QString::number(2'000'000'000 + n);
    value.serviceDeadline.at += std::chrono::minutes((n * 7919) % 5000);
    return value;
}

} // namespace tawasul
