// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagecanvasaccess.h"

#include <QtWidgets/QAccessibleWidget>

#include "ui/documents/pagecanvas.h"

namespace tawasul {

namespace {

/// A page is read only: whatever asks to change it is answered by nothing.
class PageCanvasAccess final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit PageCanvasAccess(PageCanvas &canvas)
        : QAccessibleWidget(&canvas, QAccessible::Document)
        , m_canvas(canvas)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = !whole().isEmpty();
        return state;
    }

    void selection(int index, int *begin, int *end) const override
    {
        const TextRange range = index == 0 ? selected() : TextRange();
        *begin = int(range.begin);
        *end = int(range.end);
    }
    [[nodiscard]] int selectionCount() const override
    {
        const TextRange range = selected();
        return range.begin < range.end ? 1 : 0;
    }
    void addSelection(int begin, int end) override { setSelection(0, begin, end); }
    void removeSelection(int) override { m_canvas.selectText(m_canvas.current(), {}); }
    void setSelection(int, int begin, int end) override
    {
        m_canvas.selectText(m_canvas.current(), {within(begin), within(end)});
    }

    [[nodiscard]] int cursorPosition() const override
    {
        const auto caret = m_canvas.textLayer().caret();
        return caret && caret->page == m_canvas.current() ? int(caret->at) : 0;
    }
    void setCursorPosition(int at) override { setSelection(0, at, at); }
    [[nodiscard]] QString text(int begin, int end) const override
    {
        const qsizetype first = within(begin);
        return whole().mid(first, std::max<qsizetype>(0, within(end) - first));
    }
    using QAccessibleWidget::text;
    [[nodiscard]] int characterCount() const override { return int(whole().size()); }

    [[nodiscard]] QRect characterRect(int at) const override
    {
        const PageText *text = page();
        const auto boxes = text == nullptr ? std::vector<QRectF>() : text->boxesOf({at, at + 1});
        if (boxes.empty())
            return {};
        const QRect place = m_canvas.placeOf(m_canvas.current(), boxes.front()).toAlignedRect();
        return {m_canvas.viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override
    {
        const QPoint inViewport = m_canvas.viewport()->mapFromGlobal(point);
        for (int at = 0; at < characterCount(); ++at) {
            if (characterRect(at).contains(m_canvas.viewport()->mapToGlobal(inViewport)))
                return at;
        }
        return -1;
    }
    void scrollToSubstring(int begin, int end) override
    {
        const PageText *text = page();
        const auto boxes = text == nullptr ? std::vector<QRectF>() : text->boxesOf({begin, end});
        if (!boxes.empty())
            m_canvas.reveal(m_canvas.current(), boxes.front());
    }
    [[nodiscard]] QString attributes(int, int *begin, int *end) const override
    {
        *begin = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] const PageText *page() const { return m_canvas.textOf(m_canvas.current()); }
    [[nodiscard]] QString whole() const { return page() == nullptr ? QString() : page()->text(); }
    [[nodiscard]] qsizetype within(int at) const
    {
        return at < 0 ? whole().size() : std::min<qsizetype>(at, whole().size());
    }
    [[nodiscard]] TextRange selected() const { return m_canvas.textLayer().selectedOn(m_canvas.current()); }

    PageCanvas &m_canvas;
};

QAccessibleInterface *access(const QString &className, QObject *object)
{
    if (className != QLatin1String("tawasul::PageCanvas"))
        return nullptr;
    auto *canvas = qobject_cast<PageCanvas *>(object);
    return canvas ? new PageCanvasAccess(*canvas) : nullptr;
}

} // namespace

void givePageCanvasAccess()
{
    QAccessible::installFactory(access);
}

void tellAccess(PageCanvas &canvas)
{
    if (!QAccessible::isActive())
        return;
    const auto caret = canvas.textLayer().caret();
    const bool isHere = caret && caret->page == canvas.current();
    const TextRange range = canvas.textLayer().selectedOn(canvas.current());
    QAccessibleTextSelectionEvent selected(&canvas, int(range.begin), int(range.end));
    selected.setCursorPosition(isHere ? int(caret->at) : 0);
    QAccessible::updateAccessibility(&selected);
    QAccessibleTextCursorEvent moved(&canvas, isHere ? int(caret->at) : 0);
    QAccessible::updateAccessibility(&moved);
}

} // namespace tawasul
