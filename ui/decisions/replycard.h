// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/domain/case.h"
#include "models/domain/reference.h"

namespace tawasul {

class PlainLabel;
class ReplyEdit;
class StatusChip;
class Theme;

/// The reply as the beneficiary will read it on a phone: its width, right to left, under the status they will
/// see. It is written in this very place, so nothing has to be compared.
class ReplyCard : public QFrame
{
    Q_OBJECT

public:
    static constexpr int kPhoneWidth = 340;

    explicit ReplyCard(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] ReplyEdit &edit() const { return *m_edit; }

    /// `after` is the status that the case will have.
    void present(const Case &theCase, CaseStatus after, const Reference &reference);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PlainLabel *m_number;
    PlainLabel *m_status;
    ReplyEdit *m_edit;
};

} // namespace tawasul
