// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/actionrow.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

struct Look
{
    ActType act;
    const char *name;
    ButtonKind kind;
    Icon icon;
    const char16_t *keys;
};

constexpr std::array kLooks{
    Look{ActType::Complete, "actComplete", ButtonKind::Primary, Icon::Check, u"Ctrl+Enter"},
    Look{ActType::Return, "actReturn", ButtonKind::Secondary, Icon::ArrowBackUp, u"Ctrl+D"},
    Look{ActType::Transfer, "actTransfer", ButtonKind::Secondary, Icon::ArrowForwardUp, u""},
    Look{ActType::Escalate, "actEscalate", ButtonKind::Secondary, Icon::UserUp, u"Ctrl+M"},
    Look{ActType::Note, "actNote", ButtonKind::Secondary, Icon::Notes, u""},
    Look{ActType::Reject, "actReject", ButtonKind::Danger, Icon::X, u"Ctrl+Shift+R"},
};

} // namespace

ActionRow::ActionRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(new IconButton(theme, Icon::Dots, tr("More acts")))
    , m_menu(new QMenu(this))
    , m_why(new PlainLabel(TextRole::Secondary))
{
    setObjectName(QStringLiteral("actionRow"));
    m_more->setObjectName(QStringLiteral("moreActs"));
    m_more->setMenu(m_menu);
    m_menu->setObjectName(QStringLiteral("moreActsMenu"));
    m_menu->setAccessibleName(m_more->accessibleName());
    m_why->setObjectName(QStringLiteral("whyNoActs"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    for (const Look &look : kLooks) {
        //: On the button of a note
        const QString word = look.act == ActType::Note ? tr("Note") : actWord(look.act);
        auto *button = new Button(theme, look.kind, word);
        button->setObjectName(QString::fromLatin1(look.name));
        button->setGlyph(look.icon);
        button->setAutoDefault(true);
        const QString keys = QString::fromUtf16(look.keys);
        button->setToolTip(plainTooltip(keys.isEmpty() ? word : QString(word % u"  " % isolateId(keys))));
        button->setAccessibleDescription(keys); // a tooltip would be read out with its isolates
        connect(button, &QPushButton::clicked, this, [this, act = look.act] { Q_EMIT actChosen(act); });
        if (look.act == ActType::Reject) {
            row->addWidget(m_more);
            row->addWidget(m_why);
            row->addStretch(1);
        }
        row->addWidget(button);
        m_entries.push_back({look.act, button, false});
    }
    connect(&m_theme, &Theme::changed, this, &ActionRow::fit);
}

void ActionRow::present(const std::vector<ActType> &allowed, const QString &why)
{
    bool any = false;
    for (Entry &entry : m_entries) {
        entry.allowed = std::find(allowed.begin(), allowed.end(), entry.act) != allowed.end();
        any = any || entry.allowed;
    }
    m_why->setText(any ? QString() : why);
    m_why->setVisible(!any && !why.isEmpty());
    fit();
}

QWidget *ActionRow::first() const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.allowed; });
    return found == m_entries.end() ? nullptr : found->button;
}

QSize ActionRow::minimumSizeHint() const
{
    // Narrower than its buttons: they move into the menu.
    return {m_theme.scaled(height::button) * 4, m_theme.scaled(height::button)};
}

void ActionRow::resizeEvent(QResizeEvent *)
{
    fit();
}

void ActionRow::fit()
{
    const auto widthOf = [](const Entry &entry) { return entry.button->sizeHint().width() + space::snug; };
    int room = width();
    for (const Entry &entry : m_entries) {
        if (entry.allowed)
            room -= widthOf(entry);
    }
    const bool crowded = room < 0;
    if (crowded)
        room -= m_more->sizeHint().width() + space::snug;
    // From the end of the ordinary ones backwards; the first and rejecting stay in sight.
    std::vector<bool> hidden(m_entries.size(), false);
    for (std::size_t index = m_entries.size() - 1; index-- > 1 && room < 0;) {
        if (m_entries[index].allowed) {
            hidden[index] = true;
            room += widthOf(m_entries[index]);
        }
    }
    for (std::size_t index = 0; index < m_entries.size(); ++index)
        m_entries[index].button->setVisible(m_entries[index].allowed && !hidden[index]);
    m_more->setVisible(crowded);
    fillMenu();
}

void ActionRow::fillMenu()
{
    m_menu->clear();
    for (const Entry &entry : m_entries) {
        if (!entry.allowed || !entry.button->isHidden())
            continue;
        QAction *action = m_menu->addAction(entry.button->icon(), entry.button->text(), this,
                                            [this, act = entry.act] { Q_EMIT actChosen(act); });
        action->setObjectName(QString(u"more_" % entry.button->objectName()));
    }
}

} // namespace tawasul
