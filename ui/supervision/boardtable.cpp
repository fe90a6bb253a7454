// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/boardtable.h"

#include "models/arabic/tooltip.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include "ui/shared/elidedtext.h"
#include "ui/shared/rawtext.h"
#include "ui/supervision/officerbars.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kRow = 32;
constexpr int kPadding = space::medium;
constexpr int kFocus = 2;
constexpr int kLeastWords = 96;   ///< of a column of words that gives way
constexpr int kLeastNumbers = 44; ///< of a column of numbers: four digits
constexpr int kTotal = 5;         ///< the column of Kind::Officers
constexpr int kPresence = 6;

// Numbers stand at the end of their cells, digit under digit.
class BoardTableDelegate : public QStyledItemDelegate
{
public:
    BoardTableDelegate(const Theme &theme, const BoardTableModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Body));
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * kPadding + 2, m_theme.scaled(kRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, selected ? tokens.selected : tokens.surface);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.border);
        const QFont font = m_theme.font(TextRole::Body);
        const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const bool isNumber = m_model.count(index).has_value();
        const Qt::LayoutDirection other =
            option.direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft;
        painter->setFont(font);
        painter->setPen(m_model.count(index) == 0 ? tokens.text3 : tokens.text);
        painter->setLayoutDirection(option.direction);
        painter->drawText(
            room, startLine(isNumber ? other : option.direction),
            elidedText(QFontMetrics(font), index.data().toString(), Qt::ElideRight, room.width()));
    }

private:
    const Theme &m_theme;
    const BoardTableModel &m_model;
};

} // namespace

BoardTableModel::BoardTableModel(Kind kind, const BoardWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_words(words)
{
}

void BoardTableModel::setBoard(const Board &board)
{
    beginResetModel();
    m_board = board;
    endResetModel();
}

const OfficerLoad &BoardTableModel::officer(int row) const
{
    return m_board.officers[static_cast<std::size_t>(row)];
}

int BoardTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    switch (m_kind) {
    case Kind::Officers:
    case Kind::Days:
        return static_cast<int>(m_board.officers.size());
    case Kind::Flow:
        return static_cast<int>(m_board.flow.size());
    case Kind::Ages:
        break;
    }
    return static_cast<int>(m_board.ages.size());
}

int BoardTableModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    switch (m_kind) {
    case Kind::Officers:
        return kPresence + 1;
    case Kind::Days:
        return 1 + static_cast<int>(m_board.days.size());
    case Kind::Flow:
        return 3;
    case Kind::Ages:
        break;
    }
    return 2;
}

std::optional<int> BoardTableModel::count(const QModelIndex &index) const
{
    const int column = index.column();
    const auto row = static_cast<std::size_t>(index.row());
    if (column == 0)
        return std::nullopt;
    switch (m_kind) {
    case Kind::Officers:
        if (column == kPresence)
            return std::nullopt;
        return column == kTotal
            ? officer(index.row()).load.total()
            : countOf(officer(index.row()).load, kStandings[static_cast<std::size_t>(column - 1)]);
    case Kind::Days: {
        const std::vector<int> &days = officer(index.row()).byDay;
        const auto day = static_cast<std::size_t>(column - 1);
        return day < days.size() ? days[day] : 0;
    }
    case Kind::Flow:
        return column == 1 ? m_board.flow[row].received : m_board.flow[row].closed;
    case Kind::Ages:
        break;
    }
    return m_board.ages[row].count;
}

std::optional<BoardQuestion> BoardTableModel::question(const QModelIndex &index) const
{
    if (!index.isValid() || count(index).value_or(0) == 0)
        return std::nullopt;
    BoardQuestion question;
    const int column = index.column();
    switch (m_kind) {
    case Kind::Officers:
        question.officer = officer(index.row()).officer.id;
        if (column != kTotal)
            question.standing = kStandings[static_cast<std::size_t>(column - 1)];
        break;
    case Kind::Days:
        question.officer = officer(index.row()).officer.id;
        question.column = column - 1;
        break;
    case Kind::Flow:
        question.matter = column == 1 ? BoardQuestion::Matter::Received : BoardQuestion::Matter::Closed;
        question.day = m_board.flow[static_cast<std::size_t>(index.row())].day;
        break;
    case Kind::Ages:
        question.age = index.row();
        break;
    }
    return question;
}

QString BoardTableModel::text(const QModelIndex &index) const
{
    if (const std::optional<int> number = count(index))
        return m_words.number(*number);
    const auto row = static_cast<std::size_t>(index.row());
    switch (m_kind) {
    case Kind::Officers:
        if (index.column() == kPresence) {
            const OfficerLoad &of = officer(index.row());
            const QString away = m_words.away(of);
            //: In a table: the officer is not on leave
            return away.isEmpty() && !of.officer.id.isEmpty() ? tr("Present") : away;
        }
        return m_words.officer(officer(index.row()).officer);
    case Kind::Days:
        return m_words.officer(officer(index.row()).officer);
    case Kind::Flow:
        return m_words.weekday(m_board.flow[row].day) + u' ' + m_words.day(m_board.flow[row].day);
    case Kind::Ages:
        break;
    }
    return m_words.age(m_board.ages[row]);
}

QString BoardTableModel::heading(int column) const
{
    switch (m_kind) {
    case Kind::Officers:
        if (column == 0)
            return tr("Officer");
        if (column == kTotal)
            return tr("Total");
        return column == kPresence ? tr("Presence")
                                   : BoardWords::standing(kStandings[static_cast<std::size_t>(column - 1)]);
    case Kind::Days:
        return column == 0 ? tr("Officer") : m_words.column(m_board, column - 1);
    case Kind::Flow:
        return column == 0 ? tr("Day") : column == 1 ? tr("Received") : tr("Closed", "requests");
    case Kind::Ages:
        break;
    }
    return column == 0 ? tr("Working days since submission") : tr("Requests");
}

bool BoardTableModel::isOfNumbers(int column) const
{
    return column > 0 && (m_kind != Kind::Officers || column != kPresence);
}

QVariant BoardTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index);
    if (role == Qt::AccessibleTextRole)
        return rawText(text(index));
    if (role == Qt::ToolTipRole)
        return plainTooltip(text(index));
    return {};
}

QVariant BoardTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical) {
        // Hidden, and read out all the same.
        const bool is = role == Qt::DisplayRole && section < rowCount();
        return is ? QVariant(rawText(text(index(section, 0)))) : QVariant();
    }
    if (section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return heading(section);
    if (role == Qt::ToolTipRole)
        return plainTooltip(heading(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isOfNumbers(section) ? Qt::AlignTrailing : Qt::AlignLeading)
                                   | Qt::AlignVCenter);
    return role == Qt::AccessibleTextRole ? QVariant(rawText(heading(section))) : QVariant();
}

BoardTableView::BoardTableView(const Theme &theme, BoardTableModel &model, const QString &name,
                               QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new BoardTableDelegate(theme, model, this));
    setAccessibleName(rawText(name));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &BoardTableView::ask);
    connect(&model, &QAbstractItemModel::modelReset, this, &BoardTableView::fit);
    connect(&m_theme, &Theme::changed, this, &BoardTableView::fit);
    fit();
}

void BoardTableView::fit()
{
    // A change of style gives them others.
    verticalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRow));
    m_whole.clear();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_whole.push_back(wholeWidth(column));
    updateGeometries();
    fitColumns();
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

int BoardTableView::wholeWidth(int column) const
{
    const QFontMetrics heading(m_theme.font(TextRole::Caption));
    const QFontMetrics cell(m_theme.font(TextRole::Body));
    int widest = heading.horizontalAdvance(m_model.headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = std::max(widest, cell.horizontalAdvance(m_model.index(row, column).data().toString()));
    return widest + 2 * kPadding + 2;
}

// Numbers are whole as long as words keep a readable part; of what is left names come first.
void BoardTableView::fitColumns()
{
    const int columns = static_cast<int>(m_whole.size());
    if (columns == 0)
        return;
    std::vector<int> widths = m_whole;
    const auto sum = [&](bool numbers) {
        int all = 0;
        for (int column = 0; column < columns; ++column)
            all += m_model.isOfNumbers(column) == numbers ? widths[static_cast<std::size_t>(column)] : 0;
        return all;
    };
    const int room = viewport()->width();
    const int last = columns - 1;
    const bool endsInWords = last > 0 && !m_model.isOfNumbers(last);
    const int least = m_theme.scaled(kLeastWords) * (endsInWords ? 2 : 1);
    if (const int all = sum(true); all > room - least) {
        for (int column = 0; column < columns; ++column) {
            int &width = widths[static_cast<std::size_t>(column)];
            if (m_model.isOfNumbers(column))
                width = std::max(std::min(width, m_theme.scaled(kLeastNumbers)),
                                 width * std::max(0, room - least) / all);
        }
    }
    // What numbers keep at least may have taken a little of it.
    const int words = std::max(least * 2 / 3, room - sum(true));
    if (!endsInWords) {
        widths.front() = words;
    } else {
        const int others = std::min(widths.back(), words * 9 / 20);
        widths.front() = std::min(widths.front(), words - others);
        widths.back() = words - widths.front();
    }
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

void BoardTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void BoardTableView::ask(const QModelIndex &index)
{
    if (const std::optional<BoardQuestion> question = m_model.question(index))
        Q_EMIT asked(*question);
}

void BoardTableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier))
        return ask(currentIndex());
    QTableView::keyPressEvent(event);
}

void BoardTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().focus, kFocus));
    painter.drawRoundedRect(QRectF(visualRect(currentIndex())).adjusted(1, 1, -1, -1), radius::small,
                            radius::small);
}

} // namespace tawasul
