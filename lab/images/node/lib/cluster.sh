# What is put into the cluster: images and manifests.

kube() { "$kubenode/kubectl" --kubeconfig "$admin_kubeconfig" "$@"; }

# The node's own images, and those that were put beside its state by hand.
import_images() {
  local tar stamp
  until ctr version; do sleep 0.1; done
  for tar in /usr/share/kecs/images.tar "$state"/agent/images/*.tar; do
    [ -f "$tar" ] || continue
    stamp=$state/agent/images/.imported-$(basename "$tar")
    [ "$stamp" -nt "$tar" ] || { ctr images import "$tar" && touch "$stamp"; }
  done
} >>"$logs/images.log" 2>&1

place_manifests() {
  local source name
  for source in /usr/share/kecs/manifests/*.yaml; do
    name=$(basename "$source")
    [[ " ${disabled[*]-} " != *" ${name%.yaml} "* ]] || continue
    # What k3d wrote into it at an earlier start stays.
    [ -f "$manifests/$name" ] || cp "$source" "$manifests/$name"
  done
}

declare -A applied=()

apply_changed_manifests() {
  local file sum failed=0
  for file in "$manifests"/*.yaml; do
    [ -f "$file" ] || continue
    sum=$(cksum <"$file")
    [ "${applied[$file]:-}" != "$sum" ] || continue
    if kube apply -f "$file" >>"$logs/manifests.log" 2>&1; then
      applied[$file]=$sum
    else
      failed=1
    fi
  done
  return $failed
}

watch_manifests() {
  trap - TERM INT QUIT HUP
  while sleep 1; do apply_changed_manifests || true; done
}
