#!/bin/sh
# Makes .venv with the locked versions and the program in it. Needs python3 (3.11 to 3.13).
set -eu
cd "$(dirname "$0")/.."

python=""
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "需要 Python 3.11、3.12 或 3.13 · Python 3.11 to 3.13 is needed" >&2
    exit 2
fi

# Debian and Ubuntu keep the venv module in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    echo "正在安装 $version · installing $version" >&2
    if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq "$version"; } >&2; then
        echo "请先安装 $version · please install $version, then run this again" >&2
        exit 2
    fi
fi

"$python" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
