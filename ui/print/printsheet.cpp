// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printsheet.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "ui/decisions/choicebox.h"
#include "ui/decisions/labelledfield.h"
#include "ui/documents/pagerange.h"
#include "ui/shared/busymark.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/strip.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

/// A sheet of paper, small.
class SheetPicture : public QWidget
{
public:
    SheetPicture(const Theme &theme, int height)
        : m_theme(theme)
    {
        setObjectName(QStringLiteral("printPicture"));
        setAccessibleName(PrintSheet::tr("The sheet as it will be printed"));
        setFixedSize(qRound(height / 1.414), height);
    }

    void setPicture(const QImage &picture)
    {
        m_picture =
            picture.scaled(size() * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_picture.isNull() ? m_theme.tokens().sunken : QColor(Qt::white));
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (!m_picture.isNull())
            painter.drawImage(rect(), m_picture);
        painter.setPen(m_theme.tokens().controlBorder);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme &m_theme;
    QImage m_picture;
};

namespace {

constexpr int kWidth = 480;
constexpr int kPictureHeight = 420;
constexpr int kPagesWidth = 160;

// Not the name of any printer: CUPS takes none with a slash.
QString fileCode()
{
    return QStringLiteral("/file");
}

template<class W>
W *withName(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

PrintSheet::PrintSheet(const Theme &theme, DisplayLocale locale, QWidget &window, const PrintOffer &offer)
    : Veil(theme, window)
    , m_locale(locale)
    , m_offer(offer)
    , m_printers(withName(new ChoiceBox({}), "printPrinter"))
    , m_pages(withName(new TextField, "printPages"))
    , m_whole(withName(new QCheckBox(tr("Show numbers of persons in full")), "printWholeNumbers"))
    , m_picture(new SheetPicture(theme, theme.scaled(kPictureHeight)))
    , m_busy(withName(new Note(new BusyMark(theme, iconsize::medium)), "printBusy"))
    , m_message(withName(new Strip(theme), "printMessage"))
    , m_print(withName(new Button(theme, ButtonKind::Primary, {}), "printGo"))
    , m_cancel(withName(new Button(theme, ButtonKind::Ghost, tr("Cancel")), "printCancel"))
{
    setObjectName(QStringLiteral("printSheet"));
    m_busy->setLive();
    setCard(makeCard());
    setPrinters({});
    connect(m_print, &QPushButton::clicked, this, &PrintSheet::choose);
    connect(m_cancel, &QPushButton::clicked, this, &PrintSheet::giveUp);
    connect(m_pages, &QLineEdit::returnPressed, this, &PrintSheet::choose);
    connect(m_printers, &QComboBox::activated, this, [this] { m_isTouched = true; });
    m_printers->installEventFilter(this);
    m_print->installEventFilter(this);
    connect(m_printers, &QComboBox::currentIndexChanged, this, &PrintSheet::nameButton);
    connect(m_whole, &QCheckBox::toggled, this, &PrintSheet::numbersChosen);
}

QWidget *PrintSheet::makeCard()
{
    auto *card = new Card;
    setAccessibleName(isSummary() ? tr("Printing the request summary") : tr("Printing the attachment"));
    QVBoxLayout &column = card->column();
    column.setContentsMargins(space::broad, space::broad, space::broad, space::broad);
    column.setSpacing(space::wide);
    column.addWidget(new PlainLabel(TextRole::Section, accessibleName()));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::broad);
    row->addWidget(makeFields(), 1);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    column.addLayout(row);
    column.addLayout(makeButtons());
    for (QWidget *part : isSummary() ? QList<QWidget *>{m_pagesField} : QList<QWidget *>{m_whole, m_picture})
        part->hide();
    m_whole->setVisible(isSummary() && m_offer.wholeNumbers);
    return card;
}

QWidget *PrintSheet::makeFields()
{
    auto *room = new QWidget; // the words of the fields break at its width
    room->setFixedWidth(theme().scaled(kWidth));
    auto *fields = new QVBoxLayout(room);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(space::wide);
    m_pages->setFixedWidth(theme().scaled(kPagesWidth));
    m_pages->setText(rangeText(0, std::min(m_offer.pages, kMostPages) - 1, m_locale.digits));
    m_printerField = new LabelledField(theme(), tr("Printer"), m_printers);
    m_pagesField = new LabelledField(theme(), tr("Pages"), m_pages);
    auto *note =
        withName(new Note(new IconMark(theme(), Icon::InfoCircle, Ink::Info, iconsize::small)), "printNote");
    for (QWidget *part : QList<QWidget *>{m_message, m_printerField, m_pagesField, m_whole, note, m_busy})
        fields->addWidget(part);
    fields->addStretch(1);
    m_pagesField->explain(
        localDigits(tr("Of %n page(s)", "pages of a document", m_offer.pages), m_locale.digits));
    QString words =
        tr("The name of the account, the time and the request number stand across each sheet. The "
           "printing is entered in the audit log of this device.");
    if (isSummary() && !m_offer.wholeNumbers)
        words += u' ' % tr("With this account numbers of persons are printed masked.");
    note->say(words);
    m_message->clear();
    if (!m_offer.unconfirmed.isEmpty())
        m_message->say(Tone::Warning, m_offer.unconfirmed);
    return room;
}

QLayout *PrintSheet::makeButtons()
{
    m_print->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    return buttons;
}

void PrintSheet::setPrinters(const std::vector<Printer> &printers)
{
    const QString before = m_printers->chosen();
    QList<std::pair<QString, QString>> choices;
    QString chosen = fileCode();
    for (const Printer &printer : printers) {
        choices.append({printer.name, isolateAny(printer.name)});
        if (printer.isDefault)
            chosen = printer.name;
    }
    choices.append({fileCode(), tr("A PDF file", "in place of a printer")});
    m_printers->setChoices(choices, m_isTouched ? before : chosen);
    nameButton();
}

// The printers are told late: what somebody is about to choose, or to print with, does not change under the
// hand. Passing the chooser by is no choice, because the sheet opens with it.
bool PrintSheet::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_print)
        m_isTouched = m_isTouched || type == QEvent::FocusIn || type == QEvent::Enter;
    else if (watched == m_printers && type == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        m_isTouched = m_isTouched || (key != Qt::Key_Tab && key != Qt::Key_Backtab);
    } else if (watched == m_printers)
        m_isTouched = m_isTouched || type == QEvent::MouseButtonPress || type == QEvent::Wheel;
    return Veil::eventFilter(watched, event);
}

void PrintSheet::setPicture(const QImage &picture)
{
    m_picture->setPicture(picture);
}

bool PrintSheet::toFile() const
{
    return m_printers->chosen() == fileCode();
}

void PrintSheet::nameButton()
{
    m_print->setText(toFile() ? tr("Saving as PDF…") : tr("Print"));
    m_print->setAccessibleName(m_print->text());
}

void PrintSheet::choose()
{
    PrintChoice choice;
    if (!isSummary()) {
        const auto range = pageRange(m_pages->text(), m_offer.pages);
        const bool isTooLong = range && range->second - range->first >= kMostPages;
        m_pagesField->setProblem(
            !range ? tr("Pages are written such as 3 or 2–5.")
                : isTooLong
                ? localDigits(tr("At most %n page(s) at once.", nullptr, kMostPages), m_locale.digits)
                : QString());
        if (!range || isTooLong)
            return m_pages->setFocus();
        std::tie(choice.first, choice.last) = *range;
    }
    choice.wholeNumbers = isSummary() && m_whole->isChecked();
    if (toFile())
        return askFile(choice);
    choice.printer = m_printers->chosen();
    Q_EMIT printChosen(choice);
}

QString PrintSheet::proposedName() const
{
    const QString name = isSummary() ? tr("Request %1 – summary", "the name of a file")
                                     : tr("Request %1 – attachment", "the name of a file");
    // A number is the portal's own word: nothing of it may lead into another folder.
    QString number = withoutControls(m_offer.number);
    number.replace(u'/', u'-');
    return name.arg(number) + QStringLiteral(".pdf");
}

void PrintSheet::askFile(const PrintChoice &choice)
{
    auto *dialog = new QFileDialog(this, m_print->text());
    dialog->setObjectName(QStringLiteral("printFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("PDF (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    // Nothing is overwritten, so nothing needs to be asked: that question would run an event loop of its own.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(proposedName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, choice](const QString &path) {
        PrintChoice chosen = choice;
        chosen.path = path;
        Q_EMIT printChosen(chosen);
    });
    dialog->open();
}

void PrintSheet::setBusy(bool busy)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_printers, m_pages, m_whole, m_print})
        part->setEnabled(!busy);
    m_busy->say({});
    if (busy)
        m_cancel->setFocus(Qt::OtherFocusReason);
}

void PrintSheet::showProgress(int done, int pages)
{
    setBusy(true);
    m_message->clear();
    const auto number = [this](int value) { return localDigits(QString::number(value), m_locale.digits); };
    m_busy->say(
        pages > 1
            ? tr("Page %1 of %2 is being prepared…").arg(number(std::min(done + 1, pages)), number(pages))
            : tr("The sheet is being prepared…"));
}

void PrintSheet::showHandingOver()
{
    m_busy->say(tr("The sheets are being handed over to the printer…"));
    m_cancel->setEnabled(false);
}

void PrintSheet::showError(const QString &sentence)
{
    m_cancel->setEnabled(true);
    setBusy(false);
    m_message->say(Tone::Danger, sentence);
    m_print->setFocus(Qt::OtherFocusReason);
}

void PrintSheet::finish()
{
    fall();
    deleteLater();
}

// The window behind is to be closed: what is under way would be lost with it.
bool PrintSheet::letGo()
{
    if (m_print->isEnabled()) {
        giveUp();
        return true;
    }
    m_message->say(Tone::Info,
                   m_cancel->isEnabled()
                       ? tr("Printing has not ended yet. The window can be closed after that, or once "
                            "printing has been cancelled.")
                       : tr("The sheets are on their way. The window can be closed once they have gone."));
    return false;
}

void PrintSheet::giveUp()
{
    if (!m_cancel->isEnabled()) // what is at the printer cannot be called back
        return;
    finish();
    Q_EMIT givenUp();
}

std::vector<QWidget *> PrintSheet::stops() const
{
    std::vector<QWidget *> all{m_printers, m_pages, m_whole, m_print, m_cancel};
    std::erase_if(all,
                  [this](const QWidget *each) { return !each->isEnabled() || !each->isVisibleTo(this); });
    return all;
}

} // namespace tawasul
