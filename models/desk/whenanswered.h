// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QFuture>
#include <QtCore/QPointer>

#include <utility>

namespace tawasul {

/// Calls `hear` with the answer on the GUI thread, unless the hearer went away before: then nothing happens.
/// For answers of Desk, which are given on the GUI thread. QFuture::then() with a context does not bear, in
/// Qt 6.4, that the context goes first: it asserts, in a release it calls into nothing.
template<class T, class Hear>
void whenAnswered(QFuture<T> future, QObject *hearer, Hear hear)
{
    future.then([guard = QPointer<QObject>(hearer), hear = std::move(hear)](const T &answer) mutable {
        if (guard)
            hear(answer);
    });
}

/// The same, and `cancelled` when there will be no answer because the profile was closed; that comes later,
/// on the GUI thread, whichever thread found it out.
template<class T, class Hear, class Cancelled>
void whenAnswered(QFuture<T> future, QObject *hearer, Hear hear, Cancelled cancelled)
{
    const QPointer<QObject> guard(hearer);
    future
        .then([guard, hear = std::move(hear)](const T &answer) mutable {
            if (guard)
                hear(answer);
        })
        .onCanceled([guard, cancelled = std::move(cancelled)] {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, cancelled] {
                    if (guard)
                        cancelled();
                },
                Qt::QueuedConnection);
        });
}

} // namespace tawasul
