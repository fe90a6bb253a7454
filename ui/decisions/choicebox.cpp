// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/choicebox.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QWheelEvent>

#include "models/arabic/tooltip.h"
#include "ui/shared/rawtext.h"

namespace tawasul {

namespace {

constexpr int kFewestCharacters = 8;

}

ChoiceBox::ChoiceBox(const QString &placeholder, QWidget *parent)
    : QComboBox(parent)
{
    setPlaceholderText(placeholder);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kFewestCharacters);
    setFocusPolicy(Qt::StrongFocus);
}

void ChoiceBox::setChoices(const QList<std::pair<QString, QString>> &codesAndNames, const QString &chosen)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const auto &[code, name] : codesAndNames) {
        addItem(name, code);
        setItemData(count() - 1, plainTooltip(name), Qt::ToolTipRole);
        setItemData(count() - 1, rawText(name), Qt::AccessibleTextRole);
    }
    setCurrentIndex(findData(chosen));
}

void ChoiceBox::choose(const QString &code)
{
    setCurrentIndex(findData(code));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace tawasul
