# Completion of `alignplan` in fish.
#
# Now:     alignplan completion fish | source
# Always:  alignplan completion fish > ~/.config/fish/completions/alignplan.fish
#
# It asks the `alignplan` that is being typed, and needs no change when that is updated.

function __alignplan_complete
    set -l words (commandline -opc)
    set -l program (string replace -r '^~/' $HOME/ -- $words[1])
    type -q -- $program; or set program alignplan
    set -l answer (command $program __complete fish (__alignplan_word) $words 2>/dev/null </dev/null)
    switch $answer[1]
        case files folders
            __alignplan_paths $answer
        case words
            printf '%s\n' $answer[2..-1]
    end
end

# The word at the cursor without its quotes: always one, also where a quote is still open.
function __alignplan_word
    set -l word (commandline -ct)
    string unescape -- "$word"; or string replace -r '^[\'"]' '' -- "$word"
end

# What is there, behind what of the word stays; in another folder where `-C` leads to one.
function __alignplan_paths -a what head folder
    set -l typed (string sub -s (math (string length -- $head) + 1) -- (__alignplan_word))
    set -l found
    if test -n "$folder"
        set found (fish --no-config -c 'cd $argv[1]; and complete -C "\'\' $argv[2]"' -- $folder $typed 2>/dev/null)
    else
        set found (complete -C "'' $typed")
    end
    test $what = folders; and set found (string match -r '.*/$' -- $found)
    for path in $found
        printf '%s%s\n' $head $path
    end
end

complete -c alignplan -f -a '(__alignplan_complete)'
