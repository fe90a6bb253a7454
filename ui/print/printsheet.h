// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

#include "models/arabic/displaylocale.h"
#include "ui/print/printchoice.h"
#include "ui/shared/veil.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class ChoiceBox;
class LabelledField;
class Note;
class PlainLabel;
class SheetPicture;
class Strip;
class TextField;

/// Asks where to print and which pages, over the whole window, and says how far it is. It prints nothing
/// itself. One for each time; it deletes itself when it is closed.
class PrintSheet : public Veil
{
    Q_OBJECT

public:
    PrintSheet(const Theme &theme, DisplayLocale locale, QWidget &window, const PrintOffer &offer);

    void open() { rise(); }
    /// Those that were found; until then, and where there are none, a file can be made. The default one is
    /// chosen, unless somebody has reached for the choice or for the button meanwhile.
    void setPrinters(const std::vector<Printer> &printers);
    /// What the sheet will look like.
    void setPicture(const QImage &picture);
    /// It is being done; so many pages of it are.
    void showProgress(int done, int pages);
    /// The sheets leave: nothing stops them any more, so nothing can be given up until they have gone.
    void showHandingOver();
    /// It was not done: everything can be chosen anew.
    void showError(const QString &sentence);
    /// Puts it away.
    void finish();

    [[nodiscard]] bool letGo() override;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void printChosen(const tawasul::PrintChoice &choice);
    /// What will be on the summary has changed: another picture is wanted.
    void numbersChosen(bool whole);
    /// Nothing more is to be done.
    void givenUp();

protected:
    [[nodiscard]] std::vector<QWidget *> stops() const override;
    void giveUp() override;

private:
    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QLayout *makeButtons();
    [[nodiscard]] bool isSummary() const { return m_offer.what == PrintOffer::What::Summary; }
    [[nodiscard]] bool toFile() const;
    void nameButton();
    void choose();
    void askFile(const PrintChoice &choice);
    [[nodiscard]] QString proposedName() const;
    void setBusy(bool busy);

    DisplayLocale m_locale;
    PrintOffer m_offer;
    ChoiceBox *m_printers;
    LabelledField *m_printerField = nullptr;
    TextField *m_pages;
    LabelledField *m_pagesField = nullptr;
    QCheckBox *m_whole;
    SheetPicture *m_picture;
    Note *m_busy;
    Strip *m_message;
    Button *m_print;
    Button *m_cancel;
    bool m_isTouched = false; ///< a printer was chosen by hand, or what is chosen is about to be used
};

} // namespace tawasul
