# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/start, check and bench: the project's folder, and what must be installed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }

# packages_for PURPOSE...: the names listed for these purposes.
packages_for() {
    local purpose
    for purpose; do
        awk -v purpose="$purpose" '$1 == purpose { print $2 }' packaging/debian-packages
    done
}

# Those of the given packages that dpkg does not have installed.
missing_of() {
    local package
    for package; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            printf '%s\n' "$package"
    done
}

# need PURPOSE...: installs what is missing, or says how.
need() {
    if ! command -v apt-get >/dev/null; then
        say "This is no Debian system: install the equivalents of packaging/debian-packages yourself."
        return 0
    fi
    local missing
    # shellcheck disable=SC2046
    missing=$(missing_of $(packages_for "$@"))
    [ -n "$missing" ] || return 0
    local apt=(apt-get install -y --no-install-recommends)
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            say "Some packages are missing and this account may not install them. As root, run:"
            say ""
            say "  mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >> /etc/postgresql-common/createcluster.conf"
            say "  apt-get update && ${apt[*]} $(echo $missing)"
            say ""
            say "Then run this command again."
            exit 1
        fi
    fi
    say "Installing: $(echo $missing)"
    case " $(echo $missing) " in *" postgresql-15 "*) no_main_cluster "${as_root[@]}" ;; esac
    "${as_root[@]}" apt-get update -qq
    # shellcheck disable=SC2086
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}" $missing >&2
}

# Debian's PostgreSQL would make and start a server of its own on port 5432, which nobody asked for:
# Roster only needs the programs. Said only where PostgreSQL is not there yet, and only if nobody
# has settled it otherwise.
no_main_cluster() {
    local conf=/etc/postgresql-common/createcluster.conf
    if ! grep -qs '^[[:space:]]*create_main_cluster' "$conf"; then
        "$@" mkdir -p "$(dirname "$conf")"
        printf '# Set for Roster: no server that nobody asked for.\ncreate_main_cluster = false\n' |
            "$@" tee -a "$conf" >/dev/null
    fi
}

jobs=$(nproc 2>/dev/null || echo 2)

# build PRESET [TARGET...]: configures where needed and builds.
build() {
    local preset=$1
    shift
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}
