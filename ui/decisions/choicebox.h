// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QComboBox>

namespace tawasul {

/// A list of which one is chosen, under its label. The wheel scrolls the sheet and never changes a choice.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const QString &placeholder, QWidget *parent = nullptr);

    /// Replaces the choices without telling; keeps `chosen` if it is among them, else nothing is chosen.
    void setChoices(const QList<std::pair<QString, QString>> &codesAndNames, const QString &chosen);

    [[nodiscard]] QString chosen() const { return currentData().toString(); }
    void choose(const QString &code);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace tawasul
