// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentactions.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>

#include <array>

#include "ui/theme/theme.h"

namespace tawasul {

namespace {

struct Row
{
    DocumentActions::Kind kind;
    const char *name;
    Icon icon;
    const char *text;
    const char *key;
    bool isSwitch = false;
    bool isHere = false; ///< other parts of the window have that key, too
};

using Kind = DocumentActions::Kind;

// F-keys and digits first: they answer whatever the keyboard writes (ui.md 2.7).
constexpr std::array kRows{
    Row{Kind::ZoomIn, "keyZoomIn", Icon::ZoomIn, QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Zoom in"),
        "Ctrl++"},
    Row{Kind::ZoomOut, "keyZoomOut", Icon::ZoomOut, QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Zoom out"),
        "Ctrl+-"},
    Row{Kind::FitWidth, "keyFitWidth", Icon::ArrowAutofitWidth,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Fit width"), "Ctrl+0"},
    Row{Kind::FitPage, "keyFitPage", Icon::ArrowAutofitHeight,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Fit page"), "Alt+0"},
    Row{Kind::GoTo, "keyGoTo", Icon::FileText, QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Go to page"),
        "Ctrl+G"},
    Row{Kind::Continuous, "keyContinuous", Icon::Stack2,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Continuous pages"), "Alt+5", true},
    Row{Kind::Strip, "keyStrip", Icon::LayoutSidebarRight,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Strip of pages"), "F9", true},
    Row{Kind::TurnRight, "keyTurnRight", Icon::RotateClockwise,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Rotate page right"), "F8"},
    Row{Kind::TurnLeft, "keyTurnLeft", Icon::Rotate,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Rotate page left"), "Shift+F8"},
    Row{Kind::TurnAll, "keyTurnAll", Icon::RotateClockwise,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Rotate all pages right"), "Ctrl+F8"},
    Row{Kind::Upright, "keyUpright", Icon::ArrowUp,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Turn the page upright"), "Alt+F8"},
    Row{Kind::Magnifier, "keyMagnifier", Icon::ZoomScan,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Magnifier"), "Alt+7", true},
    Row{Kind::Light, "keyLight", Icon::AdjustmentsHorizontal,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Brightness and contrast"), "Alt+9"},
    Row{Kind::Invert, "keyInvert", Icon::Moon, QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Dark paper"),
        "Alt+8", true},
    Row{Kind::Label, "keyLabel", Icon::Tag, QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Label the page"),
        "Ctrl+E"},
    Row{Kind::NextUnlabelled, "keyNextUnlabelled", Icon::ListCheck,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Next unlabelled page"), "F10"},
    Row{Kind::RetryPage, "keyRetryPage", Icon::Refresh,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Try the page again"), "Shift+F5"},
    Row{Kind::Find, "keyFind", Icon::Search,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Find in the document"), "Ctrl+F", false, true},
    Row{Kind::FindNext, "keyFindNext", Icon::ChevronDown,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Next place found"), "F3"},
    Row{Kind::FindPrevious, "keyFindPrevious", Icon::ChevronUp,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Previous place found"), "Shift+F3"},
    Row{Kind::Copy, "keyCopyText", Icon::Copy,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Copy the selected text"), "Ctrl+C", false, true},
    Row{Kind::SelectPage, "keySelectPage", Icon::TextRecognition,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Select the text of the page"), "Ctrl+A", false, true},
    // Beside the case Ctrl+P is for what has the keyboard, and no action of the document's own.
    Row{Kind::Print, "keyPrintDocument", Icon::Printer,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Print the attachment"), "Ctrl+Shift+P"},
    Row{Kind::Window, "keyWindow", Icon::ExternalLink,
        QT_TRANSLATE_NOOP("tawasul::DocumentActions", "Show in a window of its own"), "F11", true},
};

} // namespace

DocumentActions::DocumentActions(const Theme &theme, QWidget &owner)
    : QObject(&owner)
{
    for (const Row &row : kRows) {
        auto *action = new QAction(theme.icon(row.icon), tr(row.text), &owner);
        action->setObjectName(QString::fromLatin1(row.name));
        action->setCheckable(row.isSwitch);
        QList<QKeySequence> keys{QKeySequence(QString::fromLatin1(row.key))};
        if (row.kind == Kind::ZoomIn)
            keys.append(QKeySequence(QStringLiteral("Ctrl+=")));
        action->setShortcuts(keys);
        if (row.isHere)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, kind = row.kind] { Q_EMIT chosen(kind); });
        owner.addAction(action);
        m_actions.emplace(row.kind, action);
    }
}

void DocumentActions::fill(QMenu &menu) const
{
    const auto group = [&](std::initializer_list<Kind> kinds) {
        for (const Kind kind : kinds)
            menu.addAction(m_actions.at(kind));
        menu.addSeparator();
    };
    group({Kind::GoTo, Kind::Continuous, Kind::Strip, Kind::RetryPage});
    group({Kind::TurnRight, Kind::TurnLeft, Kind::TurnAll, Kind::Upright});
    group({Kind::Magnifier, Kind::Light, Kind::Invert});
    group({Kind::Find, Kind::SelectPage, Kind::Copy});
    group({Kind::Print});
    menu.addAction(m_actions.at(Kind::Window));
}

void DocumentActions::setEnabled(bool enabled)
{
    for (const auto &[kind, action] : m_actions) {
        // Whatever is shown, it can be given a window, and be lit as the next page will be.
        if (kind != Kind::Window && kind != Kind::Light && kind != Kind::Invert)
            action->setEnabled(enabled);
    }
}

} // namespace tawasul
