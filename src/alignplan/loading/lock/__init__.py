"""The locked schedule beside a plan: read with everything else, written by `schedule --lock` alone."""

from alignplan.loading.lock.read import LOCK, KeptLock, Lock, LockedItem, kept_lock, lock_of
from alignplan.loading.lock.write import lock_text

__all__ = ["LOCK", "KeptLock", "Lock", "LockedItem", "kept_lock", "lock_of", "lock_text"]
