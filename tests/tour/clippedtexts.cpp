// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/clippedtexts.h"

#include "ui/shared/elidedlabel.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace tawasul {

namespace {

constexpr int kHair = 2; ///< pixels of air that nobody misses

struct Room
{
    QString text;
    QSize has;
    QSize needs;
};

bool scrolls(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return true;
    }
    return false;
}

Room roomOf(const QLabel &label)
{
    const QSize has = label.contentsRect().size();
    if (label.text().isEmpty())
        return {};
    // Shortened is well, sliced is not.
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&label))
        return {label.text(), has, label.fontMetrics().size(0, elided->shown())};
    if (label.wordWrap())
        return {label.text(), has, {0, label.heightForWidth(label.width())}};
    return {label.text(), has, label.fontMetrics().size(0, label.text())};
}

Room roomOf(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (button.text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
        return {};
    // Its own measure: the words, the icon and the air between.
    return {button.text(), button.size(), {button.sizeHint().width(), button.fontMetrics().height()}};
}

Room roomOf(const QLineEdit &field)
{
    if (field.placeholderText().isEmpty() || !field.text().isEmpty())
        return {};
    const int words = field.fontMetrics().horizontalAdvance(field.placeholderText());
    return {field.placeholderText(), field.contentsRect().size(), {words, field.fontMetrics().height()}};
}

Room roomOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return roomOf(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return roomOf(*button);
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return roomOf(*field);
    return {};
}

} // namespace

QStringList clippedTexts(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const Room room = roomOf(*widget);
        if (room.text.isEmpty())
            continue;
        const bool narrow = room.has.width() < room.needs.width() || room.has.height() < room.needs.height();
        const QSize seen = widget->visibleRegion().boundingRect().size();
        const bool cut = !scrolls(widget)
            && (seen.width() + kHair < widget->width() || seen.height() + kHair < widget->height());
        if (narrow || cut)
            found.append(
                QStringLiteral("%1 (%2): has %3x%4, needs %5x%6%7: %8")
                    .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
                    .arg(room.has.width())
                    .arg(room.has.height())
                    .arg(room.needs.width())
                    .arg(room.needs.height())
                    .arg(cut ? QStringLiteral(", cut by its frame") : QString(), room.text));
    }
    return found;
}

} // namespace tawasul
