// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/conflicts/conflictstory.h"
#include "ui/shared/button.h"

namespace tawasul {

class PlainLabel;

/// One way out of a conflict: where it leads, and below it the button. One that cannot be taken back asks
/// once more, in place.
class ChoicePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Asks { Once, Twice };

    /// The button is called `name`; with Asks::Twice the two that follow are NAMEConfirm and NAMECancel.
    ChoicePanel(const Theme &theme, const char *name, Icon glyph, Asks asks, QWidget *parent = nullptr);

    /// Begins anew: nothing is asked any more.
    void present(const ChoiceOffer &offer);
    /// Nothing can be chosen meanwhile; the keyboard stays with the panel.
    void setBusy(bool busy);

Q_SIGNALS:
    void chosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(bool asking);
    void fit();

    ChoiceOffer m_offer;
    Asks m_asks;
    bool m_asking = false;
    bool m_busy = false;
    PlainLabel *m_consequence;
    PlainLabel *m_question;
    Button *m_button;
    Button *m_confirm;
    Button *m_cancel;
};

} // namespace tawasul
