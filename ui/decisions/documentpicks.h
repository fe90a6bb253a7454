// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/reference.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

/// The documents that a sub-service requires, of which the missing ones are ticked.
class DocumentPicks : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPicks(DisplayLocale locale, QWidget *parent = nullptr);

    void offer(const QStringList &codes, const Reference &reference);
    void setPicked(const QStringList &codes);
    [[nodiscard]] QStringList picked() const;
    [[nodiscard]] bool isEmpty() const { return m_boxes.isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    DisplayLocale m_locale;
    QVBoxLayout *m_column;
    QList<QCheckBox *> m_boxes;
};

} // namespace tawasul
