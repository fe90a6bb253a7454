// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paperbook.h"

#include "ui/print/papertext.h"
#include "ui/print/summarypaper.h"

namespace tawasul {

namespace {

constexpr int kDotsPerInch = 720; ///< ten to a point

}

PaperBook::PaperBook()
    : m_buffer(&m_bytes)
    , m_writer((m_buffer.open(QIODevice::WriteOnly), &m_buffer))
{
    static_assert(kDotsPerInch == static_cast<int>(72 * kPaperUnit));
    m_writer.setResolution(kDotsPerInch);
    // Nothing personal in what a viewer may show as its title (I12).
    m_writer.setTitle(QStringLiteral("Tawasul"));
    m_writer.setCreator(QStringLiteral("Tawasul Desk"));
}

PaperBook::~PaperBook()
{
    if (m_painter.isActive())
        m_painter.end();
}

QRectF PaperBook::begin(QPageLayout::Orientation orientation)
{
    // Before the page that it is for begins.
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, {}));
    if (m_painter.isActive())
        m_writer.newPage();
    else
        m_painter.begin(&m_writer);
    return {0, 0, static_cast<qreal>(m_writer.width()), static_cast<qreal>(m_writer.height())};
}

void PaperBook::add(const CaseSummary &summary)
{
    paintSummary(m_painter, begin(QPageLayout::Portrait), summary);
}

void PaperBook::add(const PaperPage &page, const PaperStamp &stamp)
{
    const bool across = page.picture.width() > page.picture.height();
    paintDocumentPage(m_painter, begin(across ? QPageLayout::Landscape : QPageLayout::Portrait), page, stamp);
}

QByteArray PaperBook::close()
{
    const bool whole = m_painter.isActive() && m_painter.end();
    m_buffer.close();
    return whole ? std::move(m_bytes) : QByteArray();
}

} // namespace tawasul
