// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentcard.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/textfield.h"
#include "ui/shared/valuelabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWidth = 360;
constexpr int kHashShown = 16;

} // namespace

DocumentCard::DocumentCard(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("documentCard"));
    auto *page = new QWidget;
    m_page = new QVBoxLayout(page);
    m_page->setContentsMargins(space::wide, space::snug, space::wide, space::snug);
    m_scroll->setObjectName(QStringLiteral("documentCardScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(
        Qt::NoFocus); // its buttons and values take the keyboard, and come into sight with it
    m_scroll->setWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void DocumentCard::put(Icon icon, Tone tone, const QString &title, const QString &sentence)
{
    delete m_content;
    m_content = new QWidget;
    m_content->setMaximumWidth(m_theme.scaled(kWidth));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(
        new IconMark(m_theme, icon, tone == Tone::Neutral ? Ink::Text3 : inkOf(tone), iconsize::picture), 0,
        Qt::AlignHCenter);
    for (const auto &[role, text, name] : {std::tuple{TextRole::Section, title, "documentTitle"},
                                           std::tuple{TextRole::Secondary, sentence, "documentSentence"}}) {
        auto *label = new PlainLabel(role, text);
        label->setObjectName(QString::fromLatin1(name));
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    while (QLayoutItem *old = m_page->takeAt(0))
        delete old;
    m_page->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_content);
    m_page->addLayout(middle);
    m_page->addStretch(2);
    setAccessibleName(rawText(QString(title % u". " % sentence)));
    m_scroll->setAccessibleName(accessibleName());
}

void DocumentCard::showNothing()
{
    put(Icon::Paperclip, Tone::Neutral, tr("No attachments"),
        tr("The applicant attached nothing to this request."));
}

void DocumentCard::showNoCase()
{
    put(Icon::FileText, Tone::Neutral, tr("No request is open"),
        tr("The documents of the request that is opened next appear here."));
}

void DocumentCard::present(const Attachment &attachment, const DocumentState &state)
{
    using Kind = DocumentState::Kind;
    if (state.kind == Kind::Failed) {
        const FailureWords words = failureWords(state.error);
        // That it wants a password is nothing to be alarmed about.
        if (wantsPassword(state.error))
            put(Icon::Lock, Tone::Neutral, words.title, words.sentence);
        else
            put(Icon::FileAlert, Tone::Warning, words.title, words.sentence);
    } else if (state.kind == Kind::Offline) {
        put(Icon::CloudOff, Tone::Neutral, tr("Not on this device yet"),
            tr("There is no connection. The file is downloaded by itself once the connection returns; "
               "everything else of the request can be worked on."));
    } else {
        put(Icon::CloudDown, Tone::Neutral, tr("Not on this device yet"),
            state.percent < 0 ? tr("The file is waiting to be downloaded.")
                              : tr("The file is being downloaded."));
    }
    if (state.kind == Kind::Away && state.percent >= 0) {
        auto *bar = new QProgressBar;
        bar->setObjectName(QStringLiteral("downloadProgress"));
        bar->setRange(0, 100);
        bar->setValue(state.percent);
        bar->setTextVisible(false);
        bar->setAccessibleName(tr("Downloaded"));
        m_content->layout()->addWidget(bar);
    }
    if (state.kind == Kind::Failed && wantsPassword(state.error))
        addPassword(state);
    addButtons(state); // first: what can be done is in sight in the smallest window, too
    addFacts(attachment, state);
}

void DocumentCard::addPassword(const DocumentState &state)
{
    auto *field = new TextField;
    field->setObjectName(QStringLiteral("documentPassword"));
    field->setEchoMode(QLineEdit::Password);
    field->setPlaceholderText(tr("Password of the file"));
    field->setAccessibleName(tr("Password of the file"));
    auto *refused = new Note(new IconMark(m_theme, Icon::AlertCircle, Ink::Danger, iconsize::small));
    refused->setObjectName(QStringLiteral("documentPasswordRefused"));
    auto *open = new Button(m_theme, ButtonKind::Primary, tr("Open the file"));
    open->setObjectName(QStringLiteral("documentUnlock"));
    open->setEnabled(false);
    connect(field, &QLineEdit::textChanged, open,
            [open](const QString &text) { open->setEnabled(!text.isEmpty()); });
    const auto give = [this, field] {
        QString password = field->text();
        field->setText(
            {}); // and what could be undone; nobody else holds the text now, so that it can be overwritten
        if (!password.isEmpty())
            Q_EMIT passwordGiven(Secret::of(std::move(password)));
    };
    connect(field, &QLineEdit::returnPressed, this, give);
    connect(open, &QPushButton::clicked, this, give);
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(space::tiny);
    column->addWidget(field);
    column->addWidget(refused);
    refused->say(state.passwordRefused ? tr("This password does not open the file.") : QString());
    column->addWidget(open, 0, Qt::AlignHCenter);
    // To be typed again, unless the officer has gone on elsewhere meanwhile.
    const QWidget *focus = QApplication::focusWidget();
    if (state.passwordRefused && (!focus || (parentWidget() && parentWidget()->isAncestorOf(focus))))
        field->setFocus(Qt::OtherFocusReason);
}

void DocumentCard::addButtons(const DocumentState &state)
{
    using Kind = DocumentState::Kind;
    const bool failed = state.kind == Kind::Failed;
    if (!failed && (state.kind != Kind::Away || state.percent >= 0))
        return;
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(space::tiny);
    // One under the other: side by side they would not fit a narrow pane in a large text.
    const auto add = [&](const char *name, Icon icon, const QString &text, void (DocumentCard::*asked)()) {
        auto *button = new Button(m_theme, ButtonKind::Secondary, text);
        button->setObjectName(QString::fromLatin1(name));
        button->setGlyph(icon);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, asked);
        column->addWidget(button, 0, Qt::AlignHCenter);
        return button;
    };
    if (failed && wantsAnotherCopy(state.error)) {
        m_copy =
            add("documentCopy", Icon::ArrowBackUp, tr("Ask for another copy"), &DocumentCard::copyRequested);
        m_copy->setVisible(m_copyAllowed);
    }
    if (failed && wantsPassword(state.error))
        return; // another try without it ends the same
    add("documentRetry", failed ? Icon::Refresh : Icon::Download,
        failed ? tr("Try again") : tr("Download now"), &DocumentCard::retryRequested);
}

void DocumentCard::setCopyAllowed(bool allowed)
{
    m_copyAllowed = allowed;
    if (m_copy)
        m_copy->setVisible(allowed);
}

void DocumentCard::addFacts(const Attachment &attachment, const DocumentState &state)
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, space::snug, 0, 0);
    form->setHorizontalSpacing(space::wide);
    form->setVerticalSpacing(space::hair);
    form->setFormAlignment(Qt::AlignHCenter | Qt::AlignTop);
    const auto add = [form](const char *name, const QString &label, const QString &value, Reading reading) {
        if (value.isEmpty())
            return;
        auto *shown = new ValueLabel(label, value, reading);
        shown->setObjectName(QString::fromLatin1(name));
        form->addRow(new PlainLabel(TextRole::Secondary, label), shown);
    };
    add("documentType", tr("Declared type"), attachment.mediaType, Reading::Identifier);
    add("documentFound", tr("Type of the content"), state.foundType, Reading::Identifier);
    add("documentSize", tr("Size"), rawText(sizeText(attachment.size, m_locale.digits)), Reading::Text);
    add("documentHash", tr("Fingerprint (SHA-256)"), attachment.sha256.left(kHashShown), Reading::Identifier);
    const bool isFault = state.kind == DocumentState::Kind::Failed && !wantsPassword(state.error);
    add("documentCode", tr("Code"), isFault ? state.error.code : QString(), Reading::Identifier);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(form);
}

} // namespace tawasul
