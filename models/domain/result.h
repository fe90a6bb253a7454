// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringBuilder>

#include <functional>
#include <utility>
#include <variant>

namespace tawasul {

/// Why something in the world did not work: a kind that programs branch on, a stable code that the screen
/// turns into an Arabic or English sentence, and a technical detail for the log (never personal data).
struct Error
{
    enum class Kind {
        Invalid,         ///< the input breaks a rule; sending it again cannot help
        NotFound,        ///< there is no such thing, or not for this caller
        Unauthenticated, ///< nobody is signed in, or the session ended
        Forbidden,       ///< signed in, but not allowed
        Conflict,        ///< legal once, but not in the present state
        Stale,           ///< the base version is no longer the current one
        Offline,         ///< the other side could not be reached
        Busy,            ///< try again later
        Server,          ///< the other side failed
        Storage,         ///< the disk refused
        Full,            ///< the disk is full
        Corrupt,         ///< data does not make sense
        TooNew,          ///< written by a newer program than this one
        Cancelled,       ///< nobody waits for the answer any more
    };

    Kind kind = Kind::Invalid;
    QString code;   ///< stable, for example "act.illegal"; shown beside the sentence so that it can be quoted
    QString detail; ///< for the log and for engineers, in English

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the Error that stood in its way; the part of std::expected (C++23) that this program needs.
template<class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const & { return std::get<1>(m_state); }
    [[nodiscard]] Error &&error() && { return std::get<1>(std::move(m_state)); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    [[nodiscard]] T value_or(T other) const & { return has_value() ? value() : std::move(other); }

    /// Continues with `next(value)`, which itself returns a Result; an error passes through untouched.
    template<class F>
    auto and_then(F &&next) && -> std::invoke_result_t<F, T &&>
    {
        if (has_value())
            return std::invoke(std::forward<F>(next), std::move(*this).value());
        return std::move(*this).error();
    }

    /// Replaces the value by `change(value)`; an error passes through untouched.
    template<class F>
    auto transform(F &&change) && -> Result<std::invoke_result_t<F, T &&>>
    {
        if (has_value())
            return std::invoke(std::forward<F>(change), std::move(*this).value());
        return std::move(*this).error();
    }

private:
    std::variant<T, Error> m_state;
};

/// The value of an operation that only succeeds or fails.
struct Done
{
    friend bool operator==(Done, Done) = default;
};

using Outcome = Result<Done>;

} // namespace tawasul
