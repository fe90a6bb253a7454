// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentbar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/documents/attachmentlook.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/statuschip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWide = 620; ///< has room for the buttons that most people use

}

DocumentBar::DocumentBar(const Theme &theme, DisplayLocale locale, const DocumentActions &actions,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_actions(actions)
    , m_warning(new IconMark(theme, Icon::AlertTriangle, Ink::Warning, iconsize::medium))
    , m_name(new ElidedLabel(TextRole::Value, {}, Qt::ElideMiddle))
    , m_badge(new StatusChip(theme, {}))
    , m_tricks(new ElidedLabel(TextRole::Secondary))
    , m_files(new QWidget)
    , m_fileCount(new PlainLabel(TextRole::Secondary))
    , m_pageCount(new PlainLabel(TextRole::Secondary))
    , m_percent(new PlainLabel(TextRole::Secondary))
{
    setObjectName(QStringLiteral("documentBar"));
    m_warning->setObjectName(QStringLiteral("documentWarning"));
    m_name->setObjectName(QStringLiteral("documentName"));
    m_badge->setObjectName(QStringLiteral("documentBadge"));
    m_tricks->setObjectName(QStringLiteral("documentTricks"));
    m_tricks->setTone(Tone::Warning);
    m_fileCount->setObjectName(QStringLiteral("fileCount"));
    m_pageCount->setObjectName(QStringLiteral("pageCount"));
    m_percent->setObjectName(QStringLiteral("zoomPercent"));
    m_percent->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addLayout(makeFileRow());
    column->addWidget(m_tricks);
    m_pageRow = makePageRow();
    column->addWidget(m_pageRow);
}

IconButton *DocumentBar::makeButton(const char *name, Icon icon, const QString &title)
{
    auto *button = new IconButton(m_theme, icon, title);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

QLayout *DocumentBar::makeFileRow()
{
    m_previousFile = makeButton("previousFile", Icon::ChevronLeft, tr("Previous attachment"));
    m_nextFile = makeButton("nextFile", Icon::ChevronRight, tr("Next attachment"));
    auto *files = new QHBoxLayout(m_files);
    files->setContentsMargins(0, 0, 0, 0);
    files->setSpacing(space::tiny);
    files->addWidget(m_previousFile);
    files->addWidget(m_fileCount);
    files->addWidget(m_nextFile);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    // As high as with its buttons, also where there is one file only: the room for pages stays the same.
    row->addStrut(m_nextFile->sizeHint().height());
    row->addWidget(m_warning);
    row->addWidget(m_name, 1);
    row->addWidget(m_badge);
    row->addWidget(m_files);
    connect(m_previousFile, &QToolButton::clicked, this, [this] { Q_EMIT attachmentTurned(-1); });
    connect(m_nextFile, &QToolButton::clicked, this, [this] { Q_EMIT attachmentTurned(1); });
    return row;
}

QWidget *DocumentBar::makePageRow()
{
    const QString pageUp = isolateId(u"PgUp");
    const QString pageDown = isolateId(u"PgDn");
    m_previousPage = makeButton("previousPage", Icon::ChevronLeft, tr("Previous page (%1)").arg(pageUp));
    m_nextPage = makeButton("nextPage", Icon::ChevronRight, tr("Next page (%1)").arg(pageDown));
    m_smaller = makeButton("zoomOut", Icon::ZoomOut, tr("Zoom out (%1)").arg(isolateId(u"Ctrl+-")));
    m_larger = makeButton("zoomIn", Icon::ZoomIn, tr("Zoom in (%1)").arg(isolateId(u"Ctrl++")));
    m_fitWidth =
        makeButton("fitWidth", Icon::ArrowAutofitWidth, tr("Fit width (%1)").arg(isolateId(u"Ctrl+0")));
    m_fitPage = makeButton("fitPage", Icon::ArrowAutofitHeight, tr("Fit page (%1)").arg(isolateId(u"Alt+0")));
    m_fitWidth->setCheckable(true);
    m_fitPage->setCheckable(true);
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    for (QWidget *part : std::initializer_list<QWidget *>{m_previousPage, m_pageCount, m_nextPage})
        row->addWidget(part);
    row->addStretch(1);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_smaller, m_percent, m_larger, m_fitWidth, m_fitPage})
        row->addWidget(part);
    m_extras = makeExtras();
    for (QWidget *extra : m_extras)
        row->addWidget(extra);
    row->addWidget(makeMenuButton());
    connect(m_previousPage, &QToolButton::clicked, this, [this] { Q_EMIT pageTurned(-1); });
    connect(m_nextPage, &QToolButton::clicked, this, [this] { Q_EMIT pageTurned(1); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { Q_EMIT zoomStepped(-1); });
    connect(m_larger, &QToolButton::clicked, this, [this] { Q_EMIT zoomStepped(1); });
    connect(m_fitWidth, &QToolButton::clicked, this, [this] { Q_EMIT fitChosen(PageZoom::Fit::Width); });
    connect(m_fitPage, &QToolButton::clicked, this, [this] { Q_EMIT fitChosen(PageZoom::Fit::Page); });
    return page;
}

QList<QWidget *> DocumentBar::makeExtras()
{
    using Kind = DocumentActions::Kind;
    QList<QWidget *> extras;
    for (const auto &[kind, name] :
         {std::pair{Kind::TurnRight, "turnRight"}, std::pair{Kind::Continuous, "continuous"},
          std::pair{Kind::Strip, "strip"}, std::pair{Kind::Magnifier, "magnifier"}}) {
        auto *button = new IconButton(m_theme, &m_actions.of(kind));
        button->setObjectName(QString::fromLatin1(name));
        button->hide();
        extras.append(button);
    }
    return extras;
}

QWidget *DocumentBar::makeMenuButton()
{
    auto *button = makeButton("documentMenu", Icon::DotsVertical, tr("More for the document"));
    auto *menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("documentMenuList"));
    m_actions.fill(*menu);
    button->setMenu(menu);
    return button;
}

void DocumentBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_theme.scaled(kWide);
    for (QWidget *extra : std::as_const(m_extras))
        extra->setVisible(isWide);
}

void DocumentBar::present(const DocumentPlace &place)
{
    const auto number = [this](int value) { return localDigits(QString::number(value), m_locale.digits); };
    setVisible(place.attachment != nullptr);
    if (!place.attachment)
        return;
    presentName(place);
    m_files->setVisible(place.count > 1);
    m_fileCount->setText(tr("%1 of %2", "attachments").arg(number(place.index + 1), number(place.count)));
    m_previousFile->setEnabled(place.index > 0);
    m_nextFile->setEnabled(place.index + 1 < place.count);
    const bool paged = place.page >= 0;
    m_pageRow->setVisible(place.showsPages);
    m_pageCount->setText(paged ? tr("Page %1 of %2").arg(number(place.page + 1), number(place.pages))
                               : QString());
    m_previousPage->setEnabled(paged && place.page > 0);
    m_nextPage->setEnabled(paged && place.page + 1 < place.pages);
    m_percent->setText(isolateId(QString(number(place.percent) % u'%')));
    m_fitWidth->setChecked(place.zoom.fit == PageZoom::Fit::Width);
    m_fitPage->setChecked(place.zoom.fit == PageZoom::Fit::Page);
    for (IconButton *button : {m_smaller, m_larger, m_fitWidth, m_fitPage})
        button->setEnabled(paged);
}

// What deceives is said in words and not by a colour: the type by content goes before the one in the name.
void DocumentBar::presentName(const DocumentPlace &place)
{
    const AttachmentLook look = attachmentLook(*place.attachment, place.content);
    m_name->setText(look.name);
    m_name->setAccessibleDescription(rawText(look.warning()));
    m_warning->setVisible(look.deceptive);
    m_warning->setToolTip(plainTooltip(look.warning()));
    m_warning->setAccessibleDescription(rawText(look.warning()));
    //: Between short remarks on the name of a file
    m_tricks->setText(look.brief.join(tr(" · ")));
    m_tricks->setToolTip(plainTooltip(look.warning()));
    m_tricks->setAccessibleDescription(
        rawText(look.warning())); // or the tooltip is read out, isolates and all
    m_tricks->setVisible(look.deceptive);
    const QString type = place.content.isEmpty() ? look.extension : place.content;
    m_badge->setLook({type, std::nullopt, look.deceptive ? Tone::Warning : Tone::Neutral});
    const QString origin = place.content.isEmpty() ? tr("Type by the name: %1").arg(isolateId(type))
                                                   : tr("Type by the content: %1").arg(isolateId(type));
    m_badge->setToolTip(plainTooltip(origin));
    m_badge->setAccessibleDescription(rawText(origin));
    m_badge->setVisible(!type.isEmpty());
}

} // namespace tawasul
