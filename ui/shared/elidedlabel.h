// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/plainlabel.h"

namespace tawasul {

/// A label of one line that shortens its text to the room it has and shows the whole as its tooltip.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT

public:
    /// Qt::ElideRight cuts the logical end, also in Arabic: for names. Qt::ElideMiddle is for identifiers.
    explicit ElidedLabel(TextRole role, const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight,
                         QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isElided() const;
    /// The text as it is drawn.
    [[nodiscard]] QString shown() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace tawasul
