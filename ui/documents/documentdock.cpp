// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentdock.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/documents/documentpane.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/veil.h"
#include "ui/shell/shortcuts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr QSize kOnOneScreen(900, 900);

/// The screen that the desk is not on, if there is one.
QScreen *otherScreen(const QScreen *mine)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other =
        std::find_if(screens.begin(), screens.end(), [mine](const QScreen *each) { return each != mine; });
    return other == screens.end() ? nullptr : *other;
}

/// Closed, it gives the pane back; nothing personal stands in its title (I12).
class DocumentWindow : public QWidget
{
public:
    DocumentWindow(DocumentDock &dock, DocumentPane *pane)
        : QWidget(&dock, Qt::Window)
        , m_dock(dock)
    {
        setObjectName(QStringLiteral("documentWindow"));
        setWindowTitle(DocumentDock::tr("Documents of the request"));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
        column->addWidget(pane);
        pane->show();
        new Shortcuts(*this); // its keys answer under an Arabic keyboard, too
        const QScreen *mine = dock.window()->screen();
        if (const QScreen *other = otherScreen(mine))
            setGeometry(other->availableGeometry());
        else
            resize(kOnOneScreen.boundedTo(mine->availableSize()));
    }

protected:
    void closeEvent(QCloseEvent *event) override
    {
        event->ignore(); // the place takes the pane and deletes the window
        m_dock.setOwnWindow(false);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape)
            m_dock.setOwnWindow(false);
        else
            QWidget::keyPressEvent(event);
    }

private:
    DocumentDock &m_dock;
};

} // namespace

DocumentDock::DocumentDock(const Theme &theme, DocumentPane *pane, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pane(pane)
    , m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("documentDock"));
    m_stack->addWidget(m_pane);
    connect(m_pane, &DocumentPane::windowRequested, this, &DocumentDock::setOwnWindow);
}

QWidget *DocumentDock::makeElsewhere()
{
    auto *words =
        new EmptyState(m_theme,
                       {Icon::ExternalLink, tr("The documents are in a window of their own"),
                        tr("They follow the request that is open here."), tr("Show them here"), Ink::Text3});
    words->setObjectName(QStringLiteral("documentsElsewhere"));
    connect(words, &EmptyState::actionChosen, this, [this] { setOwnWindow(false); });
    return words;
}

DocumentDock::~DocumentDock() = default;

// What lies over the window goes with it: a print that is under way must not end without a word.
bool DocumentDock::mayCloseWindow() const
{
    const auto veils = m_window->findChildren<Veil *>(QString(), Qt::FindDirectChildrenOnly);
    return std::all_of(veils.begin(), veils.end(),
                       [](Veil *veil) { return !veil->isVisible() || veil->letGo(); });
}

void DocumentDock::setOwnWindow(bool own)
{
    if (!own && hasOwnWindow() && !mayCloseWindow()) {
        m_pane->setOwnWindow(true);
        m_window->activateWindow();
        return;
    }
    m_pane->setOwnWindow(own);
    if (own == hasOwnWindow())
        return;
    if (own) {
        m_window = new DocumentWindow(*this, m_pane);
        m_elsewhere = makeElsewhere();
        m_stack->setCurrentIndex(m_stack->addWidget(m_elsewhere));
        m_window->show();
        m_window->activateWindow();
    } else {
        m_stack->insertWidget(0, m_pane);
        m_stack->setCurrentWidget(m_pane);
        m_window->hide();
        std::exchange(m_window, nullptr)->deleteLater();
        std::exchange(m_elsewhere, nullptr)->deleteLater(); // its own button may have asked
        window()->activateWindow();
    }
    m_pane->focusPage();
}

} // namespace tawasul
