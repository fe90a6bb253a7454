// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"
#include "ui/shell/leavingcard.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

#include "models/arabic/digits.h"
#include "ui/shared/splitter.h"
#include "ui/shared/trainingband.h"
#include "ui/shell/navigation.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toast.h"
#include "ui/shell/topbar.h"
#include "ui/shell/usermenu.h"

namespace tawasul {

namespace {

constexpr QSize kSmallest(1280, 720);
constexpr int kFullNavigation = 1440; ///< narrower windows get a rail; at the ordinary text size
constexpr int kNarrowestList = 300;
constexpr int kMostSections = 9;

// The first widget in a pane that takes the keyboard.
QWidget *firstFocus(QWidget *pane)
{
    if (!pane || !pane->isVisible())
        return nullptr;
    if (QWidget *last = pane->focusWidget(); last && last->isVisible() && last->isEnabled())
        return last;
    const QList<QWidget *> all = pane->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            return widget;
    }
    return nullptr;
}

} // namespace

Shell::Shell(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_locale(locale)
    , m_training(new TrainingBand(theme))
    , m_top(new TopBar(theme, locale))
    , m_navigation(new Navigation(theme))
    , m_splitter(new Splitter)
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine(theme, locale))
    , m_shortcuts(new Shortcuts(*this))
    , m_toast(new Toast(theme))
    , m_leaving(new LeavingCard(theme, locale, *this))
{
    setObjectName(QStringLiteral("shell"));
    setMinimumSize(kSmallest);
    m_splitter->setObjectName(QStringLiteral("caseSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->setMinimumWidth(kNarrowestList);
    m_training->hide();
    lay();
    connectParts();
    addShortcuts();
    setSyncStatus({});
}

Shell::~Shell() = default;

void Shell::lay()
{
    // Under the list and not over it, nor beside it: the button that confirms a decision is there.
    auto *side = new QWidget;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(space::medium);
    sideColumn->addWidget(m_pages, 1);
    sideColumn->addWidget(m_toast);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 0);
    auto *room = new QHBoxLayout;
    room->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    room->addWidget(m_splitter);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addLayout(room, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_training);
    column->addWidget(m_top);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
}

void Shell::connectParts()
{
    connect(m_navigation, &Navigation::chosen, this, &Shell::setSection);
    connect(&m_theme, &Theme::changed, this, &Shell::fitNavigation);
    connect(m_splitter, &QSplitter::splitterMoved, this, &Shell::rememberWidth);
    connect(&m_top->search(), &QLineEdit::textChanged, this, &Shell::searchEdited);
    connect(&m_top->search(), &SearchField::left, this, &Shell::searchLeft);
    const UserMenu &user = m_top->user();
    connect(&user, &UserMenu::schemeRequested, this, &Shell::schemeRequested);
    connect(&user, &UserMenu::textPercentRequested, this, &Shell::textPercentRequested);
    connect(&user, &UserMenu::densityRequested, this, &Shell::densityRequested);
    connect(&user, &UserMenu::languageRequested, this, &Shell::languageRequested);
    connect(&user, &UserMenu::endOfDayRequested, this, &Shell::endOfDayRequested);
    connect(m_leaving, &LeavingCard::endOfDayChosen, this, &Shell::endOfDayRequested);
    connect(&user, &UserMenu::signOutRequested, this, &Shell::signOutRequested);
}

void Shell::addShortcuts()
{
    const auto keys = [](const char *text) { return QKeySequence(QString::fromLatin1(text)); };
    m_shortcuts->add(tr("Search"), {keys("Ctrl+K")}, [this] { beginSearch(); });
    // The document viewer has a Ctrl+F of its own: beside it this one means the list only.
    auto *find = new QAction(tr("Find in the list"), this);
    find->setShortcut(keys("Ctrl+F"));
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, this, &Shell::beginSearch);
    for (QWidget *part : std::initializer_list<QWidget *>{m_top, m_navigation, m_pages})
        part->addAction(find);
    m_shortcuts->add(tr("Synchronise now"), {keys("F5")}, [this] { Q_EMIT syncRequested(); });
    m_shortcuts->add(tr("Next pane"), {keys("F6")}, [this] { focusPane(1); });
    m_shortcuts->add(tr("Previous pane"), {keys("Shift+F6")}, [this] { focusPane(-1); });
    m_shortcuts->add(tr("Next request"), {keys("Ctrl+Down")}, [this] { Q_EMIT nextCaseRequested(); });
    m_shortcuts->add(tr("Previous request"), {keys("Ctrl+Up")}, [this] { Q_EMIT previousCaseRequested(); });
}

// --- sections
// -----------------------------------------------------------------------------------------------

int Shell::addSection(Icon icon, const QString &title, QWidget *page, Beside beside)
{
    const int section = m_navigation->count();
    m_navigation->add(icon, title);
    m_pages->addWidget(page);
    m_beside.push_back(beside);
    if (section < kMostSections)
        m_shortcuts->add(
            title,
            {QKeySequence(QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_1 + section)))},
            [this, section] { setSection(section); });
    if (section == 0)
        setSection(0);
    orderTabs();
    return section;
}

void Shell::addGroup(const QString &title)
{
    m_navigation->addGroup(title);
}

void Shell::setBadge(int section, int count, Tone tone)
{
    const QString shown = count > 0 ? localDigits(QString::number(count), m_locale.digits) : QString();
    m_navigation->setBadge(section, shown, tone);
}

int Shell::section() const
{
    return m_navigation->current();
}

void Shell::setSection(int section)
{
    const bool changed = section != m_navigation->current();
    m_navigation->setCurrent(section);
    m_pages->setCurrentIndex(section);
    showCase();
    if (changed)
        Q_EMIT sectionChanged(section);
}

// --- the case beside the list
// -------------------------------------------------------------------------------

void Shell::setCasePane(QWidget *pane)
{
    m_case = pane;
    m_case->hide();
    m_splitter->addWidget(m_case);
    m_splitter->setStretchFactor(1, 1);
    orderTabs();
}

void Shell::openCase()
{
    m_caseOpen = true;
    if (m_beside[static_cast<std::size_t>(section())] == Beside::Nothing) {
        const auto first = std::find(m_beside.begin(), m_beside.end(), Beside::Case);
        if (first != m_beside.end())
            setSection(static_cast<int>(first - m_beside.begin()));
    }
    showCase();
}

void Shell::closeCase()
{
    if (!m_caseOpen)
        return;
    m_caseOpen = false;
    showCase();
    if (QWidget *rows = firstFocus(m_pages->currentWidget()))
        rows->setFocus(Qt::OtherFocusReason);
    Q_EMIT caseClosed();
}

void Shell::showCase()
{
    if (!m_case)
        return;
    const bool shown = m_caseOpen && m_beside[static_cast<std::size_t>(section())] == Beside::Case;
    if (shown == !m_case->isHidden())
        return;
    m_case->setVisible(shown);
    if (shown)
        m_splitter->setSizes({listWidth(), std::max(1, m_splitter->width() - listWidth())});
}

int &Shell::listWidth()
{
    return layoutDirection() == Qt::RightToLeft ? m_layout.listWidthRightToLeft
                                                : m_layout.listWidthLeftToRight;
}

void Shell::rememberWidth()
{
    if (m_case && !m_case->isHidden())
        listWidth() = m_splitter->sizes().value(0);
}

void Shell::setShellLayout(const ShellLayout &layout)
{
    m_layout = layout;
    m_layout.listWidthRightToLeft = std::max(kNarrowestList, layout.listWidthRightToLeft);
    m_layout.listWidthLeftToRight = std::max(kNarrowestList, layout.listWidthLeftToRight);
    if (m_case && !m_case->isHidden())
        m_splitter->setSizes({listWidth(), std::max(1, m_splitter->width() - listWidth())});
}

// --- what is said around the pages
// --------------------------------------------------------------------------

void Shell::setOfficer(const Actor &officer)
{
    m_top->user().setOfficer(officer);
}

void Shell::setTraining(bool training)
{
    m_training->setVisible(training);
}

void Shell::setSecurity(const SecurityStatus &status)
{
    m_top->user().setSecurity(status);
}

void Shell::setDensity(Density density)
{
    m_top->user().setDensity(density);
}

void Shell::setSyncStatus(const SyncStatus &status)
{
    m_sync = status;
    m_leaving->setSyncStatus(status);
    tick();
}

void Shell::setClock(const ClockCheck &check)
{
    m_status->sayClock(clockLook(check, m_locale));
}

void Shell::tick()
{
    const Instant now = m_clock.now();
    m_top->setLink(linkLook(m_sync, now, m_locale));
    m_status->say(m_sync, now);
}

void Shell::clearSearch()
{
    m_top->search().clear();
}

void Shell::beginSearch()
{
    m_top->search().begin();
}

// --- keyboard and size
// --------------------------------------------------------------------------------------

void Shell::focusPane(int step)
{
    const std::vector<QWidget *> panes{m_top, m_navigation, m_pages->currentWidget(), m_case};
    const int count = static_cast<int>(panes.size());
    int at = 0;
    for (int i = 0; i < count; ++i) {
        const QWidget *pane = panes[static_cast<std::size_t>(i)];
        if (pane && focusWidget() && (pane == focusWidget() || pane->isAncestorOf(focusWidget())))
            at = i;
    }
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (QWidget *target = firstFocus(panes[static_cast<std::size_t>(at)])) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

// In reading order, whatever order the parts were made in.
void Shell::orderTabs()
{
    QWidget *before = m_top;
    for (QWidget *part : std::initializer_list<QWidget *>{m_navigation, m_pages, m_case}) {
        if (!part)
            continue;
        setTabOrder(before, part);
        before = part;
    }
}

void Shell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_case && !m_case->isHidden())
        closeCase();
    else
        QWidget::keyPressEvent(event);
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNavigation();
}

void Shell::fitNavigation()
{
    // Words that are half as large again need the width of a window that is half as wide again.
    m_navigation->setRail(width() < m_theme.scaled(kFullNavigation));
}

void Shell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        setShellLayout(m_layout);
}

} // namespace tawasul
