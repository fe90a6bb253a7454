// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "tests/support/samplecases.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"

namespace tawasul {

inline constexpr QSizeF kA4(595, 842);

/// Pages of A4, ready to be asked for.
[[nodiscard]] DocumentState readyState(int pages);
/// Each page has its own blue, and a red upper half: what is turned is seen.
[[nodiscard]] QImage pagePicture(QSize size, int page = 0);

/// A test with a document pane on screen, in Arabic, for the files of one case.
class DocumentPaneTest : public QObject
{
    Q_OBJECT

protected:
    template<class T>
    T &part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "part", name);
        return *found;
    }
    [[nodiscard]] PageCanvas &canvas() const { return part<PageCanvas>("pageCanvas"); }
    [[nodiscard]] QString sha(std::size_t index = 0) const { return m_files[index].sha256; }
    void act(const char *key) const { part<QAction>(key).trigger(); }
    /// The first file, with so many pages; what was wanted for it is forgotten.
    void openDocument(int pages);
    /// The picture that is wanted of a page comes.
    void bringPage(int page);
    [[nodiscard]] int lastPage() const { return m_wanted->last().at(1).toInt(); }
    [[nodiscard]] QList<int> wantedPages() const;
    /// How the document is read, as it was told last.
    [[nodiscard]] DocumentReading kept() const;

    const std::vector<Attachment> m_files = samples::longNames().attachments;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<DocumentPane> m_pane;
    std::unique_ptr<QSignalSpy> m_wanted;
    std::unique_ptr<QSignalSpy> m_changed;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
};

} // namespace tawasul
