// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/usermenu.h"

#include <QtGui/QActionGroup>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>
#include <QtWidgets/QWidgetAction>

#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/casewords.h"
#include "ui/shell/marklegend.h"
#include "ui/shell/securitycard.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kAvatar = 34;
constexpr int kWidestName = 190;
constexpr std::array kTextSizes{90, 100, 110, 125, 150};

} // namespace

UserMenu::UserMenu(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_menu(new QMenu(this))
    , m_schemes(new QActionGroup(this))
    , m_sizes(new QActionGroup(this))
    , m_densities(new QActionGroup(this))
{
    setObjectName(QStringLiteral("userMenu"));
    setProperty("kind", QStringLiteral("ghost"));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_menu->setObjectName(QStringLiteral("userMenuList"));
    fillMenu();
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &UserMenu::showChosen);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void UserMenu::fillMenu()
{
    addSchemes();
    addTextSizes();
    addDensities();
    m_menu->addSeparator();
    const bool arabic = m_locale.language == Language::Arabic;
    // Each language is named in itself, for whoever cannot read the other.
    QAction *language = m_menu->addAction(m_theme.icon(Icon::Language),
                                          arabic ? QStringLiteral("English") : QStringLiteral("العربية"));
    language->setObjectName(QStringLiteral("otherLanguage"));
    connect(language, &QAction::triggered, this,
            [this, arabic] { Q_EMIT languageRequested(arabic ? Language::English : Language::Arabic); });
    addLegend();
    m_beforeSecurity = m_menu->addSeparator();
    QAction *day = m_menu->addAction(m_theme.icon(Icon::ClipboardCheck), tr("End of the day"));
    day->setObjectName(QStringLiteral("endOfDay"));
    connect(day, &QAction::triggered, this, &UserMenu::endOfDayRequested);
    QAction *out = m_menu->addAction(m_theme.icon(Icon::Logout), tr("Sign out"));
    out->setObjectName(QStringLiteral("signOut"));
    connect(out, &QAction::triggered, this, &UserMenu::signOutRequested);
}

QAction *UserMenu::addChoice(QMenu &menu, QActionGroup &group, const QString &name, int value)
{
    QAction *action = menu.addAction(name);
    action->setCheckable(true);
    action->setData(value);
    group.addAction(action);
    return action;
}

void UserMenu::addSchemes()
{
    QMenu *menu = m_menu->addMenu(m_theme.icon(Icon::Contrast), tr("Theme"));
    addChoice(*menu, *m_schemes, tr("Light", "theme"), static_cast<int>(Scheme::Light));
    addChoice(*menu, *m_schemes, tr("Dark", "theme"), static_cast<int>(Scheme::Dark));
    addChoice(*menu, *m_schemes, tr("High contrast", "theme"), static_cast<int>(Scheme::HighContrast));
    connect(m_schemes, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT schemeRequested(static_cast<Scheme>(action->data().toInt()));
    });
}

void UserMenu::addTextSizes()
{
    QMenu *menu = m_menu->addMenu(m_theme.icon(Icon::Typography), tr("Text size"));
    for (const int percent : kTextSizes) {
        const QString shown = localDigits(QString(QString::number(percent) % u'%'), m_locale.digits);
        addChoice(*menu, *m_sizes, shown, percent);
    }
    connect(m_sizes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT textPercentRequested(action->data().toInt()); });
}

void UserMenu::addDensities()
{
    QMenu *menu = m_menu->addMenu(m_theme.icon(Icon::ListDetails), tr("Row height"));
    addChoice(*menu, *m_densities, tr("Comfortable", "rows"), static_cast<int>(Density::Comfortable));
    addChoice(*menu, *m_densities, tr("Regular", "rows"), static_cast<int>(Density::Regular));
    addChoice(*menu, *m_densities, tr("Compact", "rows"), static_cast<int>(Density::Compact));
    connect(m_densities, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_density = static_cast<Density>(action->data().toInt());
        Q_EMIT densityRequested(m_density);
    });
}

// Read, not chosen: it has no entries that do anything.
void UserMenu::addLegend()
{
    QMenu *menu = m_menu->addMenu(m_theme.icon(Icon::Flag), tr("Marks in the list"));
    menu->setObjectName(QStringLiteral("markMenu"));
    auto *legend = new QWidgetAction(menu);
    legend->setDefaultWidget(new MarkLegend(m_theme));
    menu->addAction(legend);
}

// Read, not chosen, as the marks are; made anew, because it is told once or twice in a session.
void UserMenu::setSecurity(const SecurityStatus &status)
{
    delete m_security;
    m_security = new QMenu(tr("Security status"), m_menu);
    m_security->setObjectName(QStringLiteral("securityMenu"));
    m_security->setIcon(m_theme.icon(Icon::ShieldLock));
    auto *card = new QWidgetAction(m_security);
    card->setDefaultWidget(new SecurityCard(m_theme, status));
    m_security->addAction(card);
    m_menu->insertMenu(m_beforeSecurity, m_security);
}

void UserMenu::showChosen()
{
    const auto check = [](const QActionGroup &group, int value) {
        for (QAction *action : group.actions())
            action->setChecked(action->data().toInt() == value);
    };
    check(*m_schemes, static_cast<int>(m_theme.appearance().scheme));
    check(*m_sizes, m_theme.appearance().textPercent);
    check(*m_densities, static_cast<int>(m_density));
}

void UserMenu::setDensity(Density density)
{
    m_density = density;
}

void UserMenu::setOfficer(const Actor &officer)
{
    m_name = officer.name;
    m_role = roleWord(officer.role);
    setText(m_name);
    //: A person and what they are, as a screen reader says the button
    setAccessibleName(m_role.isEmpty() ? m_name : tr("%1, %2").arg(m_name, m_role));
    setToolTip(plainTooltip(accessibleName()));
    updateGeometry();
}

int UserMenu::wordsWidth() const
{
    const int name = QFontMetrics(m_theme.font(TextRole::Value)).horizontalAdvance(m_name);
    const int role = QFontMetrics(m_theme.font(TextRole::Secondary)).horizontalAdvance(m_role);
    return std::min(std::max(name, role) + 2, m_theme.scaled(kWidestName));
}

QSize UserMenu::sizeHint() const
{
    const int chevron = m_theme.scaled(iconsize::small);
    return {2 * space::snug + m_theme.scaled(kAvatar) + space::snug + wordsWidth() + space::small + chevron,
            m_theme.scaled(height::topBar) - space::medium};
}

void UserMenu::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const Tokens &tokens = m_theme.tokens();
    const auto visual = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int side = m_theme.scaled(kAvatar);
    const QRect avatar(space::snug, (height() - side) / 2, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.tone(Tone::Brand).border, tokens.edge));
    painter.setBrush(tokens.tone(Tone::Brand).background);
    painter.drawEllipse(visual(avatar).adjusted(1, 1, -1, -1));
    painter.setPen(tokens.tone(Tone::Brand).text);
    painter.setFont(m_theme.font(TextRole::Section));
    painter.drawText(visual(avatar), Qt::AlignCenter, m_name.left(1));

    const QRect words(avatar.right() + 1 + space::snug, 0, wordsWidth(), height());
    const QFontMetrics name(m_theme.font(TextRole::Value));
    const QFontMetrics role(m_theme.font(TextRole::Secondary));
    const int top = (height() - name.height() - role.height()) / 2;
    painter.setPen(tokens.text);
    painter.setFont(m_theme.font(TextRole::Value));
    painter.drawText(visual(QRect(words.left(), top, words.width(), name.height())),
                     startLine(layoutDirection()), name.elidedText(m_name, Qt::ElideRight, words.width()));
    painter.setPen(tokens.text3);
    painter.setFont(m_theme.font(TextRole::Secondary));
    painter.drawText(visual(QRect(words.left(), top + name.height(), words.width(), role.height())),
                     startLine(layoutDirection()), role.elidedText(m_role, Qt::ElideRight, words.width()));

    const int chevron = m_theme.scaled(iconsize::small);
    const QRect arrow(words.right() + 1 + space::small, (height() - chevron) / 2, chevron, chevron);
    painter.drawPixmap(
        visual(arrow),
        m_theme.pixmap(Icon::ChevronDown, tokens.text3, chevron, devicePixelRatioF(), layoutDirection()));
}

} // namespace tawasul
