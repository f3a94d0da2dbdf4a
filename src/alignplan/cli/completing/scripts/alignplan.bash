# Completion of `alignplan` in bash.
#
# Now:     eval "$(alignplan completion bash)"
# Always:  alignplan completion bash > ~/.local/share/bash-completion/completions/alignplan
#          or, without the package bash-completion, the first line in ~/.bashrc
#
# It asks the `alignplan` that is being typed, and needs no change when that is updated.

_alignplan() {
    local program=${COMP_WORDS[0]/#\~\//"$HOME"/} answer first globs=
    local IFS=$'\n'
    COMPREPLY=()
    type -P -- "$program" >/dev/null || program=alignplan
    answer=$(command "$program" __complete bash "$COMP_CWORD" "${COMP_POINT-}" "${COMP_LINE-}" "${COMP_WORDS[@]}" 2>/dev/null </dev/null) || return 0
    first=${answer%%$'\n'*}
    # What is offered are words, not patterns of file names.
    [[ $- == *f* ]] || globs=yes
    set -f
    case $first in
        files* | folders*) _alignplan_paths "$first" "${2-${COMP_WORDS[COMP_CWORD]}}" ;;
        open* | words*) COMPREPLY=(${answer#"$first"}) ;;
    esac
    [[ -z $globs ]] || set +f
    [[ $first != open* ]] || compopt -o nospace 2>/dev/null
    return 0
}

# What is there, as bash would complete it by itself; in another folder where `-C` leads to one.
_alignplan_paths() {
    local flag=-f folder=${1#* } IFS=$'\n'
    [[ $1 != folders* ]] || flag=-d
    if [[ $1 == *' '* ]]; then
        COMPREPLY=($(cd -- "$folder" 2>/dev/null && compgen "$flag" -- "$2"))
        compopt -o filenames 2>/dev/null
    elif [[ $flag == -d ]]; then
        compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$2"))
    else
        compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$2"))
    fi
}

complete -F _alignplan alignplan
