// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <map>
#include <optional>

#include "models/preview/pagehits.h"

namespace tawasul {

/// Looks for words on the pages of a document, one after the other from the page that is read. What is on a
/// page is asked for by a signal and answered whenever that is known: whoever reads the pages works
/// elsewhere.
class DocumentSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostHits = 5000; ///< then the rest of the document is not looked at

    /// A place that was found: on which page, and which of those on it.
    struct Place
    {
        int page = 0;
        int hit = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    using QObject::QObject;

    /// Looks for other words, or in another document; nothing is looked for when there are no words or pages.
    void begin(const QString &words, int pages, int from);
    /// What was found goes; answers that still come are not taken.
    void stop();

    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] bool isOn() const { return !m_words.isEmpty(); }
    [[nodiscard]] bool isRunning() const { return m_asked >= 0; }
    /// The page of the given words, unless others are looked for by now.
    void setHits(int page, const QString &words, const PageHits &hits);
    /// That page cannot be read.
    void setMissed(int page, const QString &words);

    [[nodiscard]] int count() const { return m_count; }
    /// Not all places are told: there are too many of them.
    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] int pagesWithoutText() const { return m_withoutText; }
    [[nodiscard]] int pagesMissed() const { return m_missed; }
    [[nodiscard]] int pagesSeen() const { return m_seen; }
    /// What was found on that page; null: nothing.
    [[nodiscard]] const std::vector<PageHit> *hitsOn(int page) const;

    [[nodiscard]] std::optional<Place> current() const { return m_current; }
    /// From 1, in the order of the pages; 0: none.
    [[nodiscard]] int position() const;
    /// To the next place, or the one before: over the end to the beginning.
    void step(int by);

Q_SIGNALS:
    /// What is on that page? One at a time.
    void pageWanted(int page, const QString &words);
    /// Nobody waits for it any more.
    void pageDropped();
    void changed();
    /// Another place is the current one: it is to be seen.
    void placeReached();

private:
    void askNext();
    void seen();
    [[nodiscard]] int pageAt(int turn) const { return (m_from + turn) % m_pages; }

    QString m_words;
    int m_pages = 0;
    int m_from = 0;
    int m_asked = -1; ///< the page that is waited for
    int m_seen = 0;
    int m_withoutText = 0;
    int m_missed = 0;
    int m_count = 0;
    bool m_isFull = false;
    std::map<int, std::vector<PageHit>> m_found;
    std::optional<Place> m_current;
};

} // namespace tawasul
