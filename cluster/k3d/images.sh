# shellcheck shell=sh disable=SC2154 # guard.sh sets the rest
# The images that a cluster is made of.

# An image that cannot be had is told before anything that is there is removed.
provide() { # IMAGE
  ! docker image inspect "$1" >/dev/null 2>&1 || return 0
  docker pull "$1" >"$scratch/said" 2>&1 ||
    die KECS3004 "$KECS_CLUSTER: image $1 cannot be pulled: $(tail -n 1 "$scratch/said")" \
      "check its name and the network; nothing that is there was changed"
}

# As k3d chooses them: https://k3d.io/stable/faq/faq/
look_at_helpers() {
  version=$(k3d version 2>/dev/null | sed -n 's/^k3d version v*//p')
  tag=${K3D_HELPER_IMAGE_TAG:-$version}
  balancer_image=${K3D_IMAGE_LOADBALANCER:-ghcr.io/k3d-io/k3d-proxy:$tag}
  tools_image=${K3D_IMAGE_TOOLS:-ghcr.io/k3d-io/k3d-tools:$tag}
}

provide_helpers() {
  look_at_helpers
  provide "$balancer_image"
  provide "$tools_image"
}
